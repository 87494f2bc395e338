/** Pixels to draw into: straight (not premultiplied) alpha, as ImageData wants them. Sizes in device pixels. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly words: Uint32Array;
  readonly bytes: Uint8ClampedArray<ArrayBuffer>;
  /** Paints a ring around a point, or with a negative `inner` a disc, anti-aliased, its alpha multiplied by `strength` (0–1). */
  ring(x: number, y: number, inner: number, outer: number, word: number, strength: number): void;
  /** Takes away what was painted within a disc. */
  erase(x: number, y: number, radius: number): void;
  /** Fills a rectangle, anti-aliased at its edges, its alpha multiplied by `strength`. */
  rectangle(x: number, y: number, width: number, height: number, word: number, strength: number): void;
  /** Paints a layer's small discs: their centres are at `main` along x and at `cross` along y, or the other way round. */
  dots(main: number, cross: Float32Array, topToBottom: boolean, radius: number, words: Uint32Array): void;
}

/** A disc smaller than a pixel is a pixel with less paint: what a disc's radius is shown as, and how strong. */
export function shownDisc(radius: number): { readonly radius: number; readonly strength: number } {
  return { radius: Math.max(0.5, radius), strength: radius < 0.5 ? Math.max(0.25, (radius / 0.5) ** 2) : 1 };
}

/** Largest side and area that every browser draws; more would give no bitmap at all. */
const MOST_PIXELS = 16_777_216;

/** The whole pixels of a picture of that size, smaller where no browser could show it. */
export function surfaceSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) };
}

export function createSurface(size: ReturnType<typeof surfaceSize>): Surface {
  const buffer = new ArrayBuffer(4 * size.width * size.height);
  const surface: Surface = {
    ...size,
    words: new Uint32Array(buffer),
    bytes: new Uint8ClampedArray(buffer),
    ring: (x, y, inner, outer, word, strength) => {
      addRing(surface, x, y, inner, outer, word, strength);
    },
    erase: (x, y, radius) => {
      eraseDisc(surface, x, y, radius);
    },
    rectangle: (x, y, width, height, word, strength) => {
      addRectangle(surface, x, y, width, height, word, strength);
    },
    dots: (main, cross, topToBottom, radius, words) => {
      const shown = shownDisc(radius);
      cross.forEach((at, index) => {
        const [x, y] = topToBottom ? [at, main] : [main, at];
        addRing(surface, x, y, -shown.radius, shown.radius, words[index] ?? 0, shown.strength);
      });
    },
  };
  return surface;
}

function addRing(
  surface: Surface,
  x: number,
  y: number,
  inner: number,
  outer: number,
  word: number,
  strength: number,
): void {
  const right = Math.floor(x + outer);
  const bottom = Math.floor(y + outer);
  for (let py = Math.ceil(y - outer - 1); py <= bottom; py++) {
    const dy = py + 0.5 - y;
    for (let px = Math.ceil(x - outer - 1); px <= right; px++) {
      const dx = px + 0.5 - x;
      const distance = Math.sqrt(dx * dx + dy * dy);
      const cover = Math.min(outer - distance, distance - inner) + 0.5;
      if (cover > 0) blend(surface, px, py, word, cover < 1 ? cover * strength : strength);
    }
  }
}

function addRectangle(
  surface: Surface,
  x: number,
  y: number,
  width: number,
  height: number,
  word: number,
  strength: number,
): void {
  const right = x + width;
  const bottom = y + height;
  for (let py = Math.max(0, Math.floor(y)); py < Math.min(surface.height, Math.ceil(bottom)); py++) {
    const high = Math.min(bottom, py + 1) - Math.max(y, py);
    for (let px = Math.max(0, Math.floor(x)); px < Math.min(surface.width, Math.ceil(right)); px++) {
      const wide = Math.min(right, px + 1) - Math.max(x, px);
      blend(surface, px, py, word, high * wide * strength);
    }
  }
}

function eraseDisc({ words, width, height }: Surface, x: number, y: number, radius: number): void {
  const left = Math.max(0, Math.ceil(x - radius - 1));
  const right = Math.min(width - 1, Math.floor(x + radius));
  const bottom = Math.min(height - 1, Math.floor(y + radius));
  for (let py = Math.max(0, Math.ceil(y - radius - 1)); py <= bottom; py++) {
    const dy = py + 0.5 - y;
    for (let px = left; px <= right; px++) {
      const dx = px + 0.5 - x;
      const cover = radius + 0.5 - Math.sqrt(dx * dx + dy * dy);
      const word = words[py * width + px]!;
      if (cover <= 0 || word === 0) continue;
      const kept = cover < 1 ? Math.round((word >>> 24) * (1 - cover)) : 0;
      words[py * width + px] = ((kept << 24) | (word & 0xffffff)) >>> 0;
    }
  }
}

/** Lays a colour word over a pixel, its alpha multiplied by `cover` (0–1). Source over, in straight alpha. */
export function blend(surface: Surface, x: number, y: number, word: number, cover: number): void {
  if (x < 0 || y < 0 || x >= surface.width || y >= surface.height) return;
  const alpha = ((word >>> 24) / 255) * cover;
  if (alpha <= 0) return;
  const at = y * surface.width + x;
  const under = surface.words[at] ?? 0;
  if (alpha >= 0.998 || under >>> 24 === 0) {
    surface.words[at] = ((Math.round(Math.min(1, alpha) * 255) << 24) | (word & 0xffffff)) >>> 0;
    return;
  }
  const below = ((under >>> 24) / 255) * (1 - alpha);
  const total = alpha + below;
  surface.words[at] =
    ((Math.round(total * 255) << 24) |
      (mix(word, under, 16, alpha, below) << 16) |
      (mix(word, under, 8, alpha, below) << 8) |
      mix(word, under, 0, alpha, below)) >>>
    0;
}

/** One channel of two colours, by their weights. */
function mix(word: number, under: number, shift: number, alpha: number, below: number): number {
  return Math.round((((word >>> shift) & 255) * alpha + ((under >>> shift) & 255) * below) / (alpha + below));
}

/** Distance between the stripes of a hatching, in CSS pixels. */
export const HATCH = 4;

/** Which of two hatch colours a pixel takes: diagonal stripes. */
export function hatch(x: number, y: number, scale: number, bad: readonly [number, number]): number {
  return Math.floor((x + y) / scale) % HATCH < HATCH / 2 ? bad[0] : bad[1];
}
