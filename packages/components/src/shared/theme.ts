import { samePlainData } from '@neuroglow/engine/internal';
import { formatColor, parseColor } from './cssColor.js';
import { categoricalPalette, colorTokens, defaultColors, type ColorScheme, type ColorToken } from './palette.js';

/** Plain resolved colours, for a canvas or a worker: strings of the form `rgb(…)` or `rgba(…)`. */
export interface Theme {
  readonly scheme: ColorScheme;
  /** Whether the reader forces colours (Windows high contrast). */
  readonly forcedColors: boolean;
  readonly reducedMotion: boolean;
  /** The font family that the element has. */
  readonly font: string;
  readonly colors: Readonly<Record<ColorToken, string>>;
  /** Colours of classes, in order. */
  readonly categorical: readonly string[];
}

/** The theme of a scheme as it is without any page around it: on a server, in jsdom, before the first layout. */
export function defaultTheme(scheme: ColorScheme = 'light'): Theme {
  return {
    scheme,
    forcedColors: false,
    reducedMotion: false,
    font: 'sans-serif',
    colors: defaultColors(scheme),
    categorical: categoricalPalette[scheme],
  };
}

/** Reads the resolved theme of an element that carries the class `neuroglow` (or lies within one that does). */
export function readTheme(element: Element): Theme {
  const view = element.ownerDocument.defaultView;
  if (!view) return defaultTheme();
  const style = view.getComputedStyle(element);
  const scheme = schemeOf(element, style, view);
  const defaults = defaultColors(scheme);
  const colors = { ...defaults };
  for (const token of colorTokens) {
    const written = style.getPropertyValue(`--_neuroglow-${token}`) || style.getPropertyValue(`--neuroglow-${token}`);
    const color = parseColor(written.trim());
    colors[token] = color ? formatColor(color) : defaults[token];
  }
  return {
    scheme,
    forcedColors: matches(view, '(forced-colors: active)'),
    reducedMotion: matches(view, '(prefers-reduced-motion: reduce)'),
    font: style.fontFamily || 'sans-serif',
    colors,
    categorical: categoricalPalette[scheme],
  };
}

const mediaQueries = [
  '(prefers-color-scheme: dark)',
  '(forced-colors: active)',
  '(prefers-contrast: more)',
  '(prefers-reduced-motion: reduce)',
];

/**
 * Calls back when an element's theme is another than `first`, and whenever it has changed: by the system, by an attribute, class or style of anything around it, also across
 * shadow roots. Watches ancestors only, so that what moves in the page costs nothing. Returns how to stop.
 */
export function observeTheme(element: Element, first: Theme, onChange: (theme: Theme) => void): () => void {
  const view = element.ownerDocument.defaultView;
  if (!view) return () => undefined;
  let known = first;
  const check = (): void => {
    const now = readTheme(element);
    if (samePlainData(now, known)) return;
    known = now;
    onChange(now);
  };
  const queries = typeof view.matchMedia === 'function' ? mediaQueries.map((query) => view.matchMedia(query)) : [];
  for (const query of queries) query.addEventListener('change', check);
  const observer = new view.MutationObserver(check);
  for (let node: Element | null = element; node; node = parentAcrossShadow(node))
    observer.observe(node, { attributes: true });
  return () => {
    for (const query of queries) query.removeEventListener('change', check);
    observer.disconnect();
  };
}

function schemeOf(element: Element, style: CSSStyleDeclaration, view: Window): ColorScheme {
  const chosen = element.closest('[data-neuroglow-theme]')?.getAttribute('data-neuroglow-theme');
  const forced = matches(view, '(forced-colors: active)');
  const scheme = forced ? 'light dark' : style.colorScheme || (chosen === 'auto' ? 'light dark' : (chosen ?? 'light'));
  const dark = /\bdark\b/.test(scheme);
  const light = /\blight\b/.test(scheme);
  return dark && (!light || matches(view, '(prefers-color-scheme: dark)')) ? 'dark' : 'light';
}

function matches(view: Window, query: string): boolean {
  return typeof view.matchMedia === 'function' && view.matchMedia(query).matches;
}

function parentAcrossShadow(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}
