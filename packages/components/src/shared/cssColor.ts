/** A colour in sRGB: bytes, and an opacity of 0 … 1. */
export interface PlainColor {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly opacity: number;
}

/**
 * Reads a CSS colour; null for text that is not one. `#…` and `rgb(…)` are read here. Every other form (names, `oklch()`, `color-mix()`) is
 * converted by the browser, so that whatever the browser knows can be used. Where there is no canvas (a server, jsdom), those are null.
 */
export function parseColor(text: string): PlainColor | null {
  return fromHex(text) ?? fromRgb(text) ?? fromBrowser(text);
}

/** As `rgb(…)`, or `rgba(…)` where it is not opaque. */
export function formatColor({ red, green, blue, opacity }: PlainColor): string {
  const bytes = `${red}, ${green}, ${blue}`;
  return opacity < 1 ? `rgba(${bytes}, ${opacity})` : `rgb(${bytes})`;
}

function fromHex(text: string): PlainColor | null {
  const digits = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text) ? text.slice(1) : null;
  if (digits === null) return null;
  const long = digits.length > 4 ? digits : digits.replace(/./g, '$&$&');
  const byte = (at: number): number => parseInt(long.slice(2 * at, 2 * at + 2), 16);
  return { red: byte(0), green: byte(1), blue: byte(2), opacity: long.length > 6 ? byte(3) / 255 : 1 };
}

const number = String.raw`\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)\s*`;
const rgbForm = new RegExp(`^rgba?\\(${number}[,\\s]${number}[,\\s]${number}(?:[,/]${number})?\\)$`, 'i');

function fromRgb(text: string): PlainColor | null {
  const parts = rgbForm.exec(text);
  if (!parts) return null;
  const part = (at: number, whole: number): number => {
    const written = parts[2 * at + 1];
    if (written === undefined) return whole;
    const value = parts[2 * at + 2] === '%' ? (Number(written) * whole) / 100 : Number(written);
    return Math.min(whole, Math.max(0, value));
  };
  const byte = (at: number): number => Math.round(part(at, 255));
  return { red: byte(0), green: byte(1), blue: byte(2), opacity: part(3, 1) };
}

/** Answers of the browser, which take a canvas each. */
const known = new Map<string, PlainColor | null>();
const MOST_KNOWN = 1000;
let context: CanvasRenderingContext2D | null | undefined;

function fromBrowser(text: string): PlainColor | null {
  if (text === '' || typeof CanvasRenderingContext2D === 'undefined') return null;
  let color = known.get(text);
  if (color === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, (color = ask(text)));
  }
  return color;
}

function ask(text: string): PlainColor | null {
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  // An invalid colour leaves the former one in place.
  const untouched = '#010203';
  context.fillStyle = untouched;
  context.fillStyle = text;
  if (context.fillStyle === untouched) return null;
  context.clearRect(0, 0, 1, 1);
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue, opacity: alpha / 255 };
}
