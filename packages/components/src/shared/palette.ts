/** Light or dark: what the page around a picture looks like. */
export type ColorScheme = 'light' | 'dark';

/**
 * Every colour of the pictures, by the name of its public custom property without the prefix: `text` is
 * `--neuroglow-text`. Values are the defaults [on light, on dark].
 *
 * Hue never speaks alone: sign is blue or orange *and* solid or dashed, training and held-out solid and dashed. Orange and
 * blue stay apart for every common kind of colour blindness. The two arms of the diverging scale are about equally long
 * in Oklab, so that −1 and +1 look equally strong.
 */
export const palette = {
  /** Words and numbers. */
  text: ['#16191d', '#eef0f3'],
  /** Words that explain: labels, axes, units. At least 4.5 : 1 on a page and on a surface. */
  muted: ['#5b6470', '#9aa3ae'],
  /** Borders of controls and of pictures' cells. */
  line: ['#d9dce1', '#323943'],
  /** Grid lines, tracks of bars: just visible. */
  faint: ['#e8eaee', '#242a32'],
  /** What lies above the page: tooltips, controls. */
  surface: ['#ffffff', '#171b21'],
  /** Selection, drops, "just switched". */
  accent: ['#b45309', '#fbbf24'],
  /** The ring around what has the keyboard's focus. */
  focus: ['#1d5fa8', '#7cc0f0'],
  /** Something is wrong. */
  error: ['#b42318', '#ff8a80'],
  /** The training cost's line. */
  training: ['#16191d', '#eef0f3'],
  /** The held-out cost's line. */
  validation: ['#0f766e', '#5eead4'],
  /**
   * Sequential scale: an activation at the bottom, in the middle, at the top of its domain. Plum on light, warm white on dark: apart from both
   * signs, also for red-green and blue-yellow colour blindness.
   */
  'activation-low': ['#ece8ee', '#292d33'],
  'activation-middle': ['#cf9fc0', '#857a58'],
  'activation-high': ['#5b0f3c', '#ffe9a8'],
  /** The other arm of a scale of activations that reaches below 0. */
  'activation-negative': ['#4caf82', '#267368'],
  /** Diverging scale: weights, biases, gradients, changes. */
  negative: ['#b35806', '#f08a52'],
  neutral: ['#f6f6f4', '#1b1f25'],
  positive: ['#1c64b4', '#5ab4f5'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type ColorToken = keyof typeof palette;

export const colorTokens: readonly ColorToken[] = Object.keys(palette) as ColorToken[];

/** Classes of a data set, in order. After Okabe and Ito (2008), darkened or lightened to hold 3 : 1 against the page. */
export const categoricalPalette: Readonly<Record<ColorScheme, readonly string[]>> = {
  light: ['#0072b2', '#c25a00', '#00795a', '#a8467f', '#7a6a00', '#3b4cc0', '#b3261e', '#237f9a', '#6d6d6d', '#5a2d82'],
  dark: ['#63b3e6', '#f5a05a', '#3fc99a', '#e08fbd', '#f0e442', '#9aa5ff', '#ff8a80', '#8fd6e8', '#b5bac2', '#c49be8'],
};

/** The default colours of a scheme, by token. */
export function defaultColors(scheme: ColorScheme): Record<ColorToken, string> {
  const index = scheme === 'light' ? 0 : 1;
  return Object.fromEntries(colorTokens.map((token) => [token, palette[token][index]])) as Record<ColorToken, string>;
}
