import { legendStyles } from '../shared/legend/legendStyles.js';
import { defineStyles, type Styles } from '../shared/styleSheet.js';

export const activationHeatmapStyles: readonly Styles[] = [
  legendStyles,
  defineStyles(
    'activation-heatmap',
    `
/* A label at the right edge may be a few pixels wider than its column: the page must not scroll for it. */
div:where(.neuroglow-activation-heatmap) { display: flex; flex-direction: column; gap: 0.75rem; overflow-x: clip; }
div:where(.neuroglow-activation-heatmap[data-aspect='default']) { min-block-size: 19rem; }
/* A sentence in place of a picture needs no picture's height. */
div:where(.neuroglow-activation-heatmap:not(:has(> .neuroglow-activation-heatmap__stage))) { aspect-ratio: auto !important; min-block-size: 0; }
div:where(.neuroglow-activation-heatmap__stage) { position: relative; flex: 1 1 0; min-block-size: 0; }
canvas:where(.neuroglow-activation-heatmap__cells) {
  position: absolute;
  inset: 0;
  inline-size: 100%;
  block-size: 100%;
  max-inline-size: none;
  pointer-events: none;
}
div:where(.neuroglow-activation-heatmap__header) {
  position: absolute;
  padding-block-end: 0.25rem;
  color: var(--_neuroglow-muted);
  font-size: 0.75rem;
  line-height: 1.125rem;
  white-space: nowrap;
}
div:where(.neuroglow-activation-heatmap__list) { position: absolute; outline: none; touch-action: manipulation; cursor: default; }
div:where(.neuroglow-activation-heatmap__selected) {
  position: absolute;
  border-radius: 2px;
  box-shadow: 0 0 0 2px var(--_neuroglow-accent), 0 0 0 3px color-mix(in srgb, var(--_neuroglow-surface) 70%, transparent);
  pointer-events: none;
}
div:where(.neuroglow-activation-heatmap__option) {
  position: absolute;
  inset-block-start: 0;
  inset-inline-start: 0;
  border-radius: 2px;
  opacity: 0;
  box-shadow: 0 0 0 1.5px var(--_neuroglow-text), inset 0 0 0 1px color-mix(in srgb, var(--_neuroglow-surface) 75%, transparent);
  pointer-events: none;
}
div:where(.neuroglow-activation-heatmap__option[data-shown]) { opacity: 1; }
div:where(.neuroglow-activation-heatmap__field) {
  position: absolute;
  inset-block-start: 0;
  inset-inline-start: 0;
  border-radius: 2px;
  box-shadow: 0 0 0 2px var(--_neuroglow-accent), 0 0 0 3px color-mix(in srgb, var(--_neuroglow-surface) 70%, transparent);
  pointer-events: none;
}
div:where(.neuroglow-activation-heatmap__list:focus-visible) > div:where(.neuroglow-activation-heatmap__option) {
  opacity: 1;
  outline: 2px solid var(--_neuroglow-focus);
  outline-offset: 3px;
}
div:where(.neuroglow-activation-heatmap__labels) {
  position: absolute;
  display: flex;
  align-items: center;
  overflow: hidden;
  color: var(--_neuroglow-muted);
  font-size: 0.6875rem;
  line-height: 1.2;
  white-space: nowrap;
  pointer-events: none;
}
div:where(.neuroglow-activation-heatmap__labels[data-align='center']) { justify-content: center; }
div:where(.neuroglow-activation-heatmap__labels[data-align='end']) { justify-content: flex-end; }
div:where(.neuroglow-activation-heatmap__labels) > span { overflow: hidden; text-overflow: ellipsis; }
div:where(.neuroglow-activation-heatmap__note) { margin-block-start: 0.25rem; color: var(--_neuroglow-muted); font-size: 0.75rem; }
div:where(.neuroglow-activation-heatmap__pager) {
  display: flex;
  align-items: center;
  gap: 0.5rem;
  color: var(--_neuroglow-muted);
  font-size: 0.75rem;
}
span:where(.neuroglow-activation-heatmap__badge) {
  position: absolute;
  padding: 0 0.25rem;
  overflow: hidden;
  border-radius: 0.1875rem;
  background: var(--_neuroglow-surface);
  box-shadow: 0 0 0 1px var(--_neuroglow-muted);
  color: var(--_neuroglow-text);
  font-size: 0.625rem;
  line-height: 0.875rem;
  text-overflow: ellipsis;
  white-space: nowrap;
  pointer-events: none;
}
div:where(.neuroglow-activation-heatmap__table) { max-block-size: 20rem; margin-block-start: 0.5rem; overflow: auto; font-size: 0.75rem; }
div:where(.neuroglow-activation-heatmap__table:focus-visible) { outline: 2px solid var(--_neuroglow-focus); outline-offset: 2px; }
div:where(.neuroglow-activation-heatmap__table) :where(caption) { padding-block: 0.25rem; color: var(--_neuroglow-muted); text-align: start; }
div:where(.neuroglow-activation-heatmap__table) :where(th, td) { padding: 0.125rem 0.5rem; text-align: end; font-weight: 400; white-space: nowrap; }
div:where(.neuroglow-activation-heatmap__table) :where(th) { color: var(--_neuroglow-muted); }
button:where(.neuroglow-activation-heatmap__action) {
  min-block-size: 1.75rem;
  min-inline-size: 1.75rem;
  padding: 0 0.625rem;
  border: 1px solid var(--_neuroglow-line);
  border-radius: 0.375rem;
  background: var(--_neuroglow-surface);
  color: var(--_neuroglow-text);
  font: inherit;
  cursor: pointer;
}
button:where(.neuroglow-activation-heatmap__action:hover) { border-color: var(--_neuroglow-muted); }
button:where(.neuroglow-activation-heatmap__action:focus-visible) { outline: 2px solid var(--_neuroglow-focus); outline-offset: 2px; }
button:where(.neuroglow-activation-heatmap__action:disabled) { color: var(--_neuroglow-muted); cursor: default; }
@media (forced-colors: active) {
  div:where(.neuroglow-activation-heatmap__selected) { outline: 2px solid Highlight; outline-offset: 1px; }
  div:where(.neuroglow-activation-heatmap__option[data-shown]) { outline: 2px solid CanvasText; }
  div:where(.neuroglow-activation-heatmap__field) { outline: 2px solid Highlight; }
}
`,
  ),
];
