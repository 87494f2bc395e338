import { colorTokens, palette, type ColorToken } from './palette.js';

/** System colours where the reader forces colours; the data's own scales stay, following the scheme that goes with them. */
const forced: Partial<Record<ColorToken, string>> = {
  text: 'CanvasText',
  muted: 'CanvasText',
  line: 'CanvasText',
  faint: 'GrayText',
  surface: 'Canvas',
  accent: 'Highlight',
  focus: 'Highlight',
  error: 'CanvasText',
  training: 'CanvasText',
  validation: 'LinkText',
};

const tokens = colorTokens
  .map((token) => `  --_neuroglow-${token}: var(--neuroglow-${token}, light-dark(${palette[token].join(', ')}));`)
  .join('\n');

const forcedTokens = Object.entries(forced)
  .map(([token, color]) => `    --_neuroglow-${token}: ${color};`)
  .join('\n');

/**
 * What all components share. The nearest `data-neuroglow-theme` decides, else the page's `color-scheme`: an unset custom
 * property makes `color-scheme` inherit.
 */
export const baseStyles: { readonly name: string; readonly css: string } = {
  name: 'base',
  css: `
:where([data-neuroglow-theme='light']) { --_neuroglow-scheme: light; }
:where([data-neuroglow-theme='dark']) { --_neuroglow-scheme: dark; }
:where([data-neuroglow-theme='auto']) { --_neuroglow-scheme: light dark; }
div:where(.neuroglow) {
${tokens}
  color-scheme: var(--_neuroglow-scheme);
  position: relative;
  box-sizing: border-box;
  min-inline-size: 0;
  /* A least height with an aspect ratio would ask for width as well. */
  max-inline-size: 100%;
  color: var(--_neuroglow-text);
  font-family: var(--neuroglow-font, inherit);
  font-size: var(--neuroglow-font-size, 0.8125rem);
  font-weight: 400;
  line-height: 1.5;
  font-variant-numeric: tabular-nums;
  text-align: start;
  -webkit-tap-highlight-color: transparent;
}
@media (forced-colors: active) {
  div:where(.neuroglow) {
    color-scheme: light dark;
${forcedTokens}
  }
}
div:where(.neuroglow) :where(*) { box-sizing: border-box; }
span:where(.neuroglow__hidden), div:where(.neuroglow__hidden), table:where(.neuroglow__hidden) {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  padding: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
  border: 0;
}
div:where(.neuroglow__message) {
  margin: 0;
  padding: 0.75rem 0;
  color: var(--_neuroglow-muted);
  text-wrap: pretty;
}
div:where(.neuroglow__message[data-kind='error']) {
  padding-inline-start: 0.75rem;
  border-inline-start: 3px solid var(--_neuroglow-error);
  color: var(--_neuroglow-text);
}
/* Which step a picture shows that looks back. */
span:where(.neuroglow__past) {
  display: inline-block;
  padding-inline: 0.5rem;
  border-radius: 1rem;
  background: color-mix(in srgb, var(--_neuroglow-accent) 18%, var(--_neuroglow-surface));
  color: var(--_neuroglow-text);
  font-size: 0.6875rem;
  line-height: 1.125rem;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}
span:where(.neuroglow__past[hidden]) { display: none; }
span:where(.neuroglow__past[data-overlaid]) { position: absolute; inset-block-end: 0.25rem; inset-inline-end: 0.25rem; z-index: 1; pointer-events: none; }
@media (forced-colors: active) { span:where(.neuroglow__past) { border: 1px solid CanvasText; } }
div:where(.neuroglow__tooltip) {
  position: absolute;
  inset-block-start: 0;
  inset-inline-start: 0;
  z-index: 2;
  max-inline-size: min(20rem, 100%);
  padding: 0.4375rem 0.625rem;
  border: 1px solid var(--_neuroglow-line);
  border-radius: 0.375rem;
  background: var(--_neuroglow-surface);
  box-shadow: 0 1px 2px rgb(0 0 0 / 8%), 0 4px 16px rgb(0 0 0 / 12%);
  font-size: 0.75rem;
  line-height: 1.45;
  pointer-events: none;
  overflow-wrap: anywhere;
}
div:where(.neuroglow__tooltip[hidden]) { display: none; }
div:where(.neuroglow__tooltip > [data-part='title']) { font-weight: 600; }
div:where(.neuroglow__tooltip > [data-part='note']) { color: var(--_neuroglow-muted); }
`,
};
