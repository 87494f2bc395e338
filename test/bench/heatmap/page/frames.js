/** A few frames made beforehand and shown in turn, so that peers that only draw get their numbers for nothing. */
export function makeFrames({ maps = 0, rows = 0, columns = 0, points = 0 }, count = 3) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  return Array.from({ length: count }, () => Float32Array.from({ length: maps * rows * columns + 2 * points }, random));
}

/** Where maps lie on 960 × 600, as large as fits. */
export function placesOf({ maps, rows, columns }) {
  let across = 1;
  const sideOf = (count) => Math.min(960 / count / columns, 600 / Math.ceil(maps / count) / rows);
  for (let count = 2; count <= maps; count++) if (sideOf(count) > sideOf(across)) across = count;
  const cell = sideOf(across);
  return Array.from({ length: maps }, (_, map) => ({
    x: (map % across) * columns * cell,
    y: Math.floor(map / across) * rows * cell,
    cell,
  }));
}

/** From orange over white to blue. */
const colors = Array.from({ length: 256 }, (_, at) => {
  const share = at / 127.5 - 1;
  const [red, green, blue] = share < 0 ? [179, 88, 6] : [28, 100, 180];
  const mix = (end) => Math.round(246 + (end - 246) * Math.abs(share));
  return [mix(red), mix(green), mix(blue)];
});
const names = colors.map(([red, green, blue]) => `rgb(${red},${green},${blue})`);

export const colorOf = (value) => names[Math.max(0, Math.min(255, Math.round((value + 1) * 127.5)))];
export const channelsOf = (value) => colors[Math.max(0, Math.min(255, Math.round((value + 1) * 127.5)))];
