import type { Scene } from '../scenes/scene.js';

/** Fields of a scene, by name. */
export type Change = Readonly<Record<string, unknown>>;

/** The fields in which `scene` differs from `sent`, by identity. */
export function changeOf(scene: Scene, sent: Scene | null): Change {
  const change: Record<string, unknown> = {};
  const before: Change = sent?.kind === scene.kind ? { ...sent } : {};
  for (const [name, field] of Object.entries(scene) as [string, unknown][])
    if (!(name in before && before[name] === field)) change[name] = field;
  for (const name of Object.keys(before)) if (!(name in scene)) change[name] = undefined;
  return change;
}

/** A few fields of a few pictures. */
const MOST_FREE = 32;

/** Buffers to fill again: a picture's frames keep their sizes. */
export class BufferPool {
  readonly #free: ArrayBuffer[] = [];

  take(bytes: number): ArrayBuffer {
    const at = this.#free.findIndex((buffer) => buffer.byteLength === bytes);
    return at < 0 ? new ArrayBuffer(bytes) : (this.#free.splice(at, 1)[0] ?? new ArrayBuffer(bytes));
  }

  give(buffers: readonly ArrayBuffer[]): void {
    this.#free.push(...buffers);
    if (this.#free.length > MOST_FREE) this.#free.splice(0, this.#free.length - MOST_FREE);
  }
}

/**
 * A change that can be transferred: its Float32Arrays are copied into buffers of the pool, one a field. A frame belongs to everybody who
 * watches it, so it is never detached.
 */
export function packChange(
  change: Change,
  pool: BufferPool,
): { readonly packed: Change; readonly transfer: ArrayBuffer[] } {
  const packed: Record<string, unknown> = {};
  const transfer: ArrayBuffer[] = [];
  for (const [name, field] of Object.entries(change)) {
    const floats = floatsOf(field);
    if (floats === null) {
      packed[name] = field;
      continue;
    }
    const buffer = pool.take(4 * floats.reduce((sum, item) => sum + (item?.length ?? 0), 0));
    transfer.push(buffer);
    let offset = 0;
    const copies = floats.map((item) => {
      if (item === null) return null;
      const copy = new Float32Array(buffer, offset, item.length);
      copy.set(item);
      offset += 4 * item.length;
      return copy;
    });
    packed[name] = field instanceof Float32Array ? copies[0] : copies;
  }
  return { packed, transfer };
}

/** The buffers behind a field that is about to be replaced. */
export function buffersOf(field: unknown): ArrayBuffer[] {
  const first = floatsOf(field)?.find((item) => item !== null);
  return first && first.buffer instanceof ArrayBuffer ? [first.buffer] : [];
}

/** Float32Arrays of a field: the field itself, or an array of them with gaps. null where the field is anything else. */
function floatsOf(field: unknown): readonly (Float32Array | null)[] | null {
  if (field instanceof Float32Array) return [field];
  if (!Array.isArray(field)) return null;
  const items: readonly unknown[] = field;
  const floats: (Float32Array | null)[] = [];
  for (const item of items) {
    if (item !== null && !(item instanceof Float32Array)) return null;
    floats.push(item);
  }
  return floats.some((item) => item !== null) ? floats : null;
}
