import { lab, rgb } from 'd3-color';
import { interpolateLab } from 'd3-interpolate';

/** A path through colours; t from 0 to 1 gives `[red, green, blue]`, each 0 … 255. */
export type ColorRamp = (t: number) => readonly [red: number, green: number, blue: number];

/** Samples of each leg with which its length in Lab is measured. */
const samples = 32;

/**
 * A perceptually uniform path through the stops: straight from one to the next in CIE Lab, walked at constant speed, so that equal
 * steps of t look like equal steps wherever the stops lie.
 */
export function colorRamp(stops: readonly string[]): ColorRamp {
  const legs = stops.slice(1).map((stop, index) => interpolateLab(stops[index] ?? stop, stop));
  const lengths = legs.map(lengthInLab);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return (t) => {
    let left = Math.min(1, Math.max(0, t)) * total;
    let leg = 0;
    while (leg < legs.length - 1 && left > (lengths[leg] ?? 0)) left -= lengths[leg++] ?? 0;
    const length = lengths[leg] ?? 0;
    const { r, g, b } = rgb(legs[leg]?.(length > 0 ? left / length : 0) ?? stops[0] ?? 'black');
    return [Math.round(r), Math.round(g), Math.round(b)];
  };
}

/** How far apart two colours look: the Euclidean distance in CIE Lab (ΔE*ab, CIE 1976). */
export function labDistance(first: string, second: string): number {
  const a = lab(first);
  const b = lab(second);
  return Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

function lengthInLab(leg: (t: number) => string): number {
  let length = 0;
  for (let sample = 0; sample < samples; sample++)
    length += labDistance(leg(sample / samples), leg((sample + 1) / samples));
  return length;
}
