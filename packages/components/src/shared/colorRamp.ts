import { fromOklab, oklabDistance, toOklab } from './oklab.js';

/** A path through colours; t from 0 to 1 gives `[red, green, blue]`, each 0 … 255. */
export type ColorRamp = (t: number) => readonly [red: number, green: number, blue: number];

/**
 * A perceptually uniform path through the stops: straight from one to the next in Oklab, walked at constant speed, so that equal steps
 * of t look like equal steps. With `anchored`, each stop keeps its share of t: the neutral middle of a diverging scale stays in the middle,
 * however far its two arms reach.
 */
export function colorRamp(stops: readonly string[], anchored = false): ColorRamp {
  const points = stops.map(toOklab);
  const legs = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return { from, to, length: anchored ? 1 : oklabDistance(from, to) };
  });
  const total = legs.reduce((sum, { length }) => sum + length, 0);
  return (t) => {
    let left = Math.min(1, Math.max(0, t)) * total;
    let at = 0;
    for (; at < legs.length - 1 && left > (legs[at]?.length ?? 0); at++) left -= legs[at]?.length ?? 0;
    const leg = legs[at];
    if (!leg) return fromOklab(...(points[0] ?? ([0, 0, 0] as const)));
    const share = leg.length > 0 ? left / leg.length : 0;
    const { from, to } = leg;
    return fromOklab(
      from[0] + (to[0] - from[0]) * share,
      from[1] + (to[1] - from[1]) * share,
      from[2] + (to[2] - from[2]) * share,
    );
  };
}
