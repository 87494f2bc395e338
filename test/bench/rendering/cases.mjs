/** Networks drawn whole, every weight and activation changing in every frame, at 960 × 600. */
export const cases = ['3-28-28-9-1', '784-16-16-10', '784-128-64-10', '784-512-512-10'];

/** Who draws, and up to how many connections it is worth waiting for. */
export const peers = {
  empty: { most: Infinity },
  neuroglow: { most: Infinity },
  canvas2d: { most: Infinity },
  'svg-mutation': { most: Infinity },
  'react-svg': { most: Infinity },
  xyflow: { most: 2000 },
};

export const metrics = [
  'mainThreadMs',
  'mainThreadMsP95',
  'totalCpuMs',
  'framesPerSecond',
  'firstPictureMs',
  'memoryMB',
];

export const layersOf = (name) => name.split('-').map(Number);

export function connectionsOf(name) {
  const layers = layersOf(name);
  return layers.slice(1).reduce((sum, count, at) => sum + count * layers[at], 0);
}
