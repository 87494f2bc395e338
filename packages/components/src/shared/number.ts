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
  const format = createFormat(locale);
  formats.set(locale, format);
  return format;
}

function createFormat(locale: string): NumberFormat {
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const scientific = new Intl.NumberFormat(locale, { notation: 'scientific', maximumSignificantDigits: 3 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const decimals = Array.from(
    { length: 7 },
    (_, digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const write = (format: Intl.NumberFormat, value: number): string =>
    Number.isFinite(value) ? trueMinus(format.format(value === 0 ? 0 : value)) : notFinite(value);
  return {
    value(value) {
      const size = Math.abs(value);
      return write(size !== 0 && (size < 1e-3 || size >= 1e6) ? scientific : plain, value);
    },
    fixed: (value, digits) => write(decimals[digits] ?? plain, value),
    integer: (value) => write(whole, value),
    percent: (value) => write(share, value),
  };
}

/** Intl writes most languages' minus as a hyphen, which is shorter than a plus and lost beside a number. */
function trueMinus(text: string): string {
  return text.replaceAll('-', '−');
}

function notFinite(value: number): string {
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
}
