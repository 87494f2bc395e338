/**
 * What is drawn at 960 × 600, every value new in every frame. `maps`: pictures of `rows × columns`; the first three are matrices or maps, the last are points.
 * `layers` is the network that computes them for Neuroglow, while it trains.
 */
export const cases = {
  '128x50x50': { mode: 'responseMaps', layers: [2, 128, 1], maps: 128, rows: 50, columns: 50 },
  '1000x784': { mode: 'inputWeights', layers: [784, 1000, 10], maps: 1000, rows: 28, columns: 28 },
  '512x2000': { mode: 'samples', layers: [32, 512, 10], maps: 1, rows: 512, columns: 2000 },
  space10000: { mode: 'layerSpace', layers: [64, 32, 16, 10], points: 10_000 },
};

/** Who draws. Peers get their numbers for nothing; only `playground` and `neuroglow` compute them, and `playground` only maps. */
export const peers = ['empty', 'svg-rects', 'fillrect', 'visx', 'playground', 'neuroglow'];

export const metrics = ['mainThreadMs', 'cpuMs', 'framesPerSecond', 'gridMs', 'drawMs'];

/** Whether a peer has a way to draw a case. */
export const draws = (peer, name) => !(name === 'space10000' && (peer === 'visx' || peer === 'playground'));
