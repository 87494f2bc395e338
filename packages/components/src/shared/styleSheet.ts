import { baseStyles } from './baseStyles.js';
import { colorTokens, defaultColors } from './palette.js';

/** A piece of CSS that is adopted once by every document or shadow root that shows a component. */
export interface Styles {
  readonly name: string;
  readonly css: string;
}

/**
 * Names a component's CSS. Selectors have the weight of one element (`button:where(.neuroglow-…)`): heavier than a page's
 * reset, as adopted sheets come last, and lighter than any class of the page's own.
 */
export function defineStyles(name: string, css: string): Styles {
  return { name, css };
}

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * Gives an element's root, and every document and shadow root around it, the styles it needs, once. A strict `style-src` allows
 * adopted sheets while it blocks `<style>`; where they do not exist (jsdom), nothing is styled and nothing breaks.
 */
export function adoptStyles(element: Element, ...styles: readonly Styles[]): void {
  const { ownerDocument } = element;
  if (!canAdopt(ownerDocument)) return;
  registerColors(ownerDocument);
  for (let root: Node | null = element.getRootNode(); root; root = hostRoot(root)) {
    if (!isTreeRoot(root)) return;
    for (const style of [baseStyles, ...styles]) {
      const sheet = sheetOf(ownerDocument, style);
      if (!sheet || root.adoptedStyleSheets.includes(sheet)) continue;
      if (root !== ownerDocument || !isLoaded(ownerDocument, style))
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }
}

/**
 * The property by which `@neuroglow/components/styles.css`, which is written from the same styles, says that it holds this version of one
 * of them.
 */
export function loadedMark({ name, css }: Styles): readonly [property: string, value: string] {
  return [`--_neuroglow-style-${name}`, String(css.length)];
}

function isLoaded(document: Document, style: Styles): boolean {
  const [property, value] = loadedMark(style);
  const computed = document.defaultView?.getComputedStyle(document.documentElement);
  return computed?.getPropertyValue(property).trim() === value;
}

function sheetOf(document: Document, { name, css }: Styles): CSSStyleSheet | null {
  // A sheet can only be adopted by the document whose window made it.
  const Sheet = document.defaultView?.CSSStyleSheet;
  if (!Sheet) return null;
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, known);
  const existing = known.get(name);
  if (existing) return existing;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  known.set(name, sheet);
  return sheet;
}

/** Registered as colours, the private properties compute to plain rgb(), whatever a page wrote: a canvas can use them. */
function registerColors(document: Document): void {
  const registry = document.defaultView?.CSS;
  if (sheets.has(document) || typeof registry?.registerProperty !== 'function') return;
  const initial = defaultColors('light');
  for (const token of colorTokens) {
    try {
      registry.registerProperty({
        name: `--_neuroglow-${token}`,
        syntax: '<color>',
        inherits: true,
        initialValue: initial[token],
      });
    } catch {
      // Registered already, by another copy of the library on the page: the same names and syntax.
    }
  }
}

function canAdopt(document: Document): boolean {
  return 'adoptedStyleSheets' in document;
}

function isTreeRoot(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root;
}

function hostRoot(root: Node): Node | null {
  return 'host' in root ? (root as ShadowRoot).host.getRootNode() : null;
}
