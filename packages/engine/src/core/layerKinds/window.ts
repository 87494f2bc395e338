import { checkChoice } from '../check.js';
import { NeuroglowError } from '../error.js';
import { show } from '../show.js';
import { shapeText, type LayerShape } from './layerKind.js';

/** Rows and columns. */
export type Sides = readonly [rows: number, columns: number];

/** 'valid' stays within the picture; 'same' pads it with zeros. */
export type Padding = 'valid' | 'same';

/** Checks two whole numbers ≥ 1; a single one counts for both sides. */
export function checkSides(given: unknown, name: string): Sides {
  const sides: readonly unknown[] = Array.isArray(given) ? given : [given, given];
  const [rows, columns] = sides;
  if (sides.length === 2 && isSide(rows) && isSide(columns)) return [rows, columns];
  throw new NeuroglowError(
    'invalid-network',
    `${name}: expected [rows, columns], whole numbers ≥ 1, got ${Array.isArray(given) ? `[${given.map(show).join(', ')}]` : show(given)}; write for example [3, 3].`,
  );
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

/** 'valid' where none is given. */
export function checkPadding(given: unknown, at: string): Padding {
  const padding = given ?? 'valid';
  checkChoice(padding, `${at}.padding`, ['valid', 'same'] as const, 'invalid-network');
  return padding;
}

/** Places of a window along both sides: valid ⌊(side − window)/stride⌋ + 1, same ⌈side/stride⌉. @throws `invalid-network` */
export function windowedShape(
  [rows, columns]: readonly [rows: number, columns: number, channels: number],
  window: Sides,
  stride: Sides,
  padding: Padding,
  channels: number,
  at: string,
): LayerShape {
  const places = (side: number, width: number, step: number): number =>
    padding === 'same' ? Math.ceil(side / step) : Math.floor((side - width) / step) + 1;
  const shape = [places(rows, window[0], stride[0]), places(columns, window[1], stride[1]), channels] as const;
  if (shape[0] >= 1 && shape[1] >= 1) return shape;
  throw new NeuroglowError(
    'invalid-network',
    `${at}: expected a window that fits into ${shapeText([rows, columns, channels])}, got one of ${window.join(' × ')}; make it smaller or use padding: 'same'.`,
  );
}
