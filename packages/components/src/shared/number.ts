/** How a component writes numbers, for one locale. */
export interface NumberFormat {
  /** Three significant digits, trailing zeros dropped; very large and very small ones in scientific notation. */
  value(value: number): string;
  /** A fixed number of decimals: for numbers that change in place. */
  fixed(value: number, decimals: number): string;
  /** Whole numbers with grouping. */
  integer(value: number): string;
  /** 0.964 → 96.4 %. */
  percent(value: number): string;
}

const formats = new Map<string, NumberFormat>();

/** English unless told otherwise, not the machine's language: a server and a browser must write the same. */
export function numberFormat(locale = 'en'): NumberFormat {
  const known = formats.get(locale);
  if (known) return known;
  const writer = locale === 'en' ? english : createWriter(locale);
  const write = (text: (value: number) => string, value: number): string =>
    Number.isFinite(value) ? trueMinus(text(value === 0 ? 0 : value)) : notFinite(value);
  const format: NumberFormat = {
    value(value) {
      const size = Math.abs(value);
      return write(size !== 0 && (size < 1e-3 || size >= 1e6) ? writer.scientific : writer.plain, value);
    },
    fixed: (value, decimals) => write((number) => writer.fixed(number, decimals), value),
    integer: (value) => write((number) => writer.fixed(number, 0), value),
    percent: (value) => write(writer.percent, value),
  };
  formats.set(locale, format);
  return format;
}

/** How a language writes finite numbers. */
interface Writer {
  /** Three significant digits. */
  readonly plain: (value: number) => string;
  /** The same with a power of ten. */
  readonly scientific: (value: number) => string;
  readonly fixed: (value: number, decimals: number) => string;
  readonly percent: (value: number) => string;
}

/** By hand, as `Intl` writes it: that takes 15 ms to get going, which every first picture would wait for. */
const english: Writer = {
  plain: (value) => grouped(String(Number(value.toPrecision(3)))),
  scientific: (value) =>
    value
      .toExponential(2)
      .replace(/\.?0+e/, 'e')
      .replace(/e\+?/, 'E'),
  fixed: (value, decimals) => grouped(value.toFixed(decimals)),
  percent: (value) => `${value < 0 ? '-' : ''}${grouped((Math.abs(Number(value.toFixed(3))) * 100).toFixed(1))}%`,
};

/** Commas between the thousands. */
function grouped(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? thousands : `${thousands}.${decimals}`;
}

function createWriter(locale: string): Writer {
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const scientific = new Intl.NumberFormat(locale, { notation: 'scientific', maximumSignificantDigits: 3 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const decimals = Array.from(
    { length: 7 },
    (_, digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  return {
    plain: (value) => plain.format(value),
    scientific: (value) => scientific.format(value),
    fixed: (value, digits) => (decimals[digits] ?? plain).format(value),
    percent: (value) => share.format(value),
  };
}

/** Intl writes most languages' minus as a hyphen, which is shorter than a plus and lost beside a number. */
function trueMinus(text: string): string {
  return text.replaceAll('-', '−');
}

function notFinite(value: number): string {
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
}
