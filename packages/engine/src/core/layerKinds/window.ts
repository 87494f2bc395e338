import { checkChoice } from '../check.js';
import { NeuroglowError } from '../error.js';
import { show } from '../show.js';
import { shapeText, type LayerShape } from './layerKind.js';

/** Rows and columns. */
export type Sides = readonly [rows: number, columns: number];

/** Zeros around a picture, before and after its rows and columns, as other libraries may state them. */
export type Margins = readonly [top: number, left: number, bottom: number, right: number];

/** 'valid' stays within the picture; 'same' pads it with zeros, of which an odd one comes after; or the number of zeros per side. */
export type Padding = 'valid' | 'same' | Margins;

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
  if (Array.isArray(padding)) return checkMargins(padding, `${at}.padding`);
  checkChoice(padding, `${at}.padding`, ['valid', 'same'] as const, 'invalid-network');
  return padding;
}

function checkMargins(given: readonly unknown[], name: string): Margins {
  const isMargin = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_536;
  if (given.length === 4 && given.every(isMargin)) return [...given] as unknown as Margins;
  throw new NeuroglowError(
    'invalid-network',
    `${name}: expected [top, left, bottom, right], whole numbers ≥ 0, or 'valid' or 'same', got [${given.map(show).join(', ')}]; write for example [1, 1, 1, 1].`,
  );
}

/** The zeros around a picture of that many rows and columns. 'same': ⌈side/stride⌉ places, half the missing zeros before. */
export function marginsOf(
  [rows, columns]: readonly [rows: number, columns: number, ...rest: number[]],
  window: Sides,
  stride: Sides,
  padding: Padding,
): Margins {
  if (padding === 'valid') return [0, 0, 0, 0];
  if (padding !== 'same') return padding;
  const missing = (side: number, width: number, step: number): number =>
    Math.max(0, (Math.ceil(side / step) - 1) * step + width - side);
  const [down, across] = [missing(rows, window[0], stride[0]), missing(columns, window[1], stride[1])];
  return [Math.floor(down / 2), Math.floor(across / 2), Math.ceil(down / 2), Math.ceil(across / 2)];
}

/** Places of a window along both sides: ⌊(padded side − window)/stride⌋ + 1; for 'same' that is ⌈side/stride⌉. @throws `invalid-network` */
export function windowedShape(
  [rows, columns]: readonly [rows: number, columns: number, channels: number],
  window: Sides,
  stride: Sides,
  padding: Padding,
  channels: number,
  at: string,
): LayerShape {
  const [top, left, bottom, right] = marginsOf([rows, columns], window, stride, padding);
  const places = (side: number, width: number, step: number): number => Math.floor((side - width) / step) + 1;
  const shape = [
    places(top + rows + bottom, window[0], stride[0]),
    places(left + columns + right, window[1], stride[1]),
    channels,
  ] as const;
  if (shape[0] >= 1 && shape[1] >= 1) return shape;
  throw new NeuroglowError(
    'invalid-network',
    `${at}: expected a window that fits into ${shapeText([rows, columns, channels])}, got one of ${window.join(' × ')}; make it smaller or use padding: 'same'.`,
  );
}
