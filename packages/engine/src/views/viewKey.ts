import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { View } from './view.js';

/** Views are shallow; anything deeper is a mistake or a cycle. */
const deepest = 8;

/**
 * A text that is equal for views of equal structure, in any order of fields, so that a literal written in every render is
 * still the same view. Fields that are undefined are ignored; typed arrays count as arrays.
 * @throws `invalid-view` for anything but plain data.
 */
export function viewKey(view: View): string {
  return canonical(view, 0);
}

function canonical(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === 0) return '0';
  if (value == null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'object' && depth < deepest) return canonicalObject(value, depth + 1);
  throw new NeuroglowError(
    'invalid-view',
    `view: expected plain data, got ${depth >= deepest ? `something nested more than ${deepest} deep` : show(value)}; describe it with numbers, strings and arrays.`,
  );
}

function canonicalObject(value: object, depth: number): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry, depth)).join()}]`;
  if (ArrayBuffer.isView(value)) return `[${Array.from(value as Float32Array).join()}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field, depth)}`).join()}}`;
}
