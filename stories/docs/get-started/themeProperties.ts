export interface ThemeProperty {
  readonly name: `--neuroglow-${string}`;
  readonly about: string;
  readonly kind: 'color' | 'text';
}

const colors: Readonly<Record<string, string>> = {
  text: 'words and numbers',
  muted: 'words that explain: labels, axes, units',
  line: 'borders of controls and cells',
  faint: 'grid lines and tracks of bars',
  surface: 'tooltips and controls, above the page',
  accent: 'selection, drops, what just switched',
  focus: 'the ring around what has the keyboard’s focus',
  error: 'messages that something is wrong',
  training: 'the line of the training cost',
  validation: 'the line of the held-out cost',
  'activation-low': 'activation, bottom of its domain',
  'activation-middle': 'activation, middle of its domain',
  'activation-negative': 'activation below 0, bottom of its domain',
  'activation-high': 'activation, top of its domain',
  negative: 'negative end: weights, biases, gradients',
  neutral: 'zero',
  positive: 'positive end',
};

/** Every custom property of the components. A test holds this list against their sources. */
export const themeProperties: readonly ThemeProperty[] = [
  ...Object.entries(colors).map(([name, about]) => ({
    name: `--neuroglow-${name}` as const,
    about,
    kind: 'color' as const,
  })),
  { name: '--neuroglow-font', about: 'font family', kind: 'text' },
  { name: '--neuroglow-font-size', about: 'size of words, such as 13px', kind: 'text' },
];
