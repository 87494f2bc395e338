import { defineStyles, type Styles } from '../shared/styleSheet.js';

export const learningTraceStyles: Styles = defineStyles(
  'learning-trace',
  `
div:where(.neuroglow-learning-trace) { display: flex; flex-direction: column; gap: 0.5rem; }
div:where(.neuroglow-learning-trace__stage) { position: relative; touch-action: pan-y; min-block-size: 15rem; }
div:where(.neuroglow-learning-trace__stage):focus-visible { outline: 2px solid var(--_neuroglow-focus); outline-offset: 2px; border-radius: 2px; }
canvas:where(.neuroglow-learning-trace__panel) { position: absolute; display: block; max-inline-size: none; }
svg:where(.neuroglow-learning-trace__marks) { position: relative; display: block; inline-size: 100%; overflow: visible; font-size: 0.75rem; }
.neuroglow-learning-trace__marks text { fill: var(--_neuroglow-muted); }
.neuroglow-learning-trace__marks [data-part='title'] { fill: var(--_neuroglow-text); font-weight: 600; }
.neuroglow-learning-trace__marks [data-part='row'] { font-size: 0.6875rem; }
.neuroglow-learning-trace__marks [data-part='band'] { fill: var(--_neuroglow-accent); fill-opacity: 0.16; stroke: none; }
.neuroglow-learning-trace__marks [data-part='band-edge'] { stroke: var(--_neuroglow-accent); stroke-width: 1; stroke-opacity: 0.75; fill: none; }
.neuroglow-learning-trace__marks [data-provisional] { stroke-dasharray: 3 2; }
.neuroglow-learning-trace__marks [data-part='cost'] { fill: none; stroke: var(--_neuroglow-training); stroke-width: 1.5; stroke-linejoin: round; }
.neuroglow-learning-trace__marks [data-part='frame'] { fill: none; stroke: var(--_neuroglow-line); stroke-width: 1; }
.neuroglow-learning-trace__marks [data-part='tick-halo'] { stroke: var(--_neuroglow-surface); stroke-width: 4; }
.neuroglow-learning-trace__marks [data-part='tick'] { stroke: var(--_neuroglow-accent); stroke-width: 2; }
.neuroglow-learning-trace__marks [data-part='cursor'] { stroke: var(--_neuroglow-text); stroke-width: 1; }
.neuroglow-learning-trace__marks [data-part='hover'] { stroke: var(--_neuroglow-muted); stroke-width: 1; stroke-dasharray: 2 2; }
div:where(.neuroglow-learning-trace__drops) { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.75rem; }
div:where(.neuroglow-learning-trace__drops) > ul { display: contents; }
div:where(.neuroglow-learning-trace__drops) li { list-style: none; }
div:where(.neuroglow-learning-trace__drops) button, div:where(.neuroglow-learning-trace__pages) button { font: inherit; color: var(--_neuroglow-text); background: var(--_neuroglow-surface); border: 1px solid var(--_neuroglow-line); border-radius: 0.375rem; padding: 0.125rem 0.5rem; min-block-size: 1.5rem; cursor: pointer; text-align: start; }
div:where(.neuroglow-learning-trace__drops) button[aria-pressed='true'] { border-color: var(--_neuroglow-accent); box-shadow: inset 0 0 0 1px var(--_neuroglow-accent); }
div:where(.neuroglow-learning-trace__drops, .neuroglow-learning-trace__pages) button:hover { border-color: var(--_neuroglow-muted); }
div:where(.neuroglow-learning-trace__drops, .neuroglow-learning-trace__pages) button:focus-visible { outline: 2px solid var(--_neuroglow-focus); outline-offset: 2px; }
div:where(.neuroglow-learning-trace__pages) { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.75rem; }
div:where(.neuroglow-learning-trace__pages) button:disabled { opacity: 0.55; cursor: default; }
p:where(.neuroglow-learning-trace__note) { margin: 0; color: var(--_neuroglow-muted); }
@media (forced-colors: active) {
  canvas:where(.neuroglow-learning-trace__panel) { forced-color-adjust: none; }
}
`,
);
