import { defineStyles, type Styles } from '../shared/styleSheet.js';

/** With the rules of uPlot's own style sheet that this plot needs. */
export const costPlotStyles: Styles = defineStyles(
  'cost-plot',
  `
div:where(.neuroglow-cost-plot) { display: flex; flex-direction: column; gap: 0.375rem; }
div:where(.neuroglow-cost-plot) { min-block-size: 15rem; }
div:where(.neuroglow-cost-plot[data-aspect='default']) { aspect-ratio: 2.4; }
div:where(.neuroglow-cost-plot:not(:has(> .neuroglow-cost-plot__stage))) { aspect-ratio: auto !important; min-block-size: 0; }
div:where(.neuroglow-cost-plot__header) { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.5rem; }
dl:where(.neuroglow-cost-plot__values) { display: flex; flex-wrap: wrap; flex: 1 1 auto; gap: 0.125rem 1.5rem; margin: 0; }
div:where(.neuroglow-cost-plot__value) { display: flex; align-items: center; gap: 0.5rem; }
div:where(.neuroglow-cost-plot__value) > dt { margin: 0; color: var(--_neuroglow-muted); font-weight: 400; }
div:where(.neuroglow-cost-plot__value) > dt > button { display: inline-flex; align-items: center; gap: 0.5rem; min-block-size: 1.5rem; padding: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
div:where(.neuroglow-cost-plot__value) > dt > button:hover { color: var(--_neuroglow-text); }
div:where(.neuroglow-cost-plot__value) > dt > button:focus-visible { outline: 2px solid var(--_neuroglow-focus); outline-offset: 2px; border-radius: 2px; }
div:where(.neuroglow-cost-plot__value) > dt > button[aria-pressed='false'] { text-decoration: line-through; text-decoration-thickness: 1px; }
div:where(.neuroglow-cost-plot__value) > dt > button[aria-pressed='false'] > svg { opacity: 0.3; }
div:where(.neuroglow-cost-plot__value) > dd { margin: 0; min-inline-size: 7ch; font-weight: 600; }
div:where(.neuroglow-cost-plot__value[data-hidden-values]) > dt, div:where(.neuroglow-cost-plot__value[data-hidden-values]) > dd { color: var(--_neuroglow-error); }
div:where(.neuroglow-cost-plot__value[data-hidden-values]) > dd { min-inline-size: 2ch; }
div:where(.neuroglow-cost-plot__controls) { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; color: var(--_neuroglow-muted); }
div:where(.neuroglow-cost-plot__controls) > div { display: flex; gap: 0.25rem; }
div:where(.neuroglow-cost-plot__controls) select, button:where(.neuroglow-cost-plot__button) { min-block-size: 1.75rem; padding: 0.125rem 0.5rem; border: 1px solid var(--_neuroglow-line); border-radius: 6px; background: var(--_neuroglow-surface); color: var(--_neuroglow-text); font: inherit; cursor: pointer; }
div:where(.neuroglow-cost-plot__controls) select:focus-visible, button:where(.neuroglow-cost-plot__button):focus-visible { outline: 2px solid var(--_neuroglow-focus); outline-offset: 1px; }
button:where(.neuroglow-cost-plot__button):disabled { color: var(--_neuroglow-muted); cursor: default; }
button:where(.neuroglow-cost-plot__button)[aria-pressed='true'] { border-color: currentColor; font-weight: 600; }
div:where(.neuroglow-cost-plot__switch) { display: inline-flex; gap: 1rem; color: var(--_neuroglow-muted); }
div:where(.neuroglow-cost-plot__switch) > label { position: relative; padding-block: 0.125rem; border-block-end: 2px solid transparent; font-weight: 400; cursor: pointer; }
div:where(.neuroglow-cost-plot__switch) > label[data-checked] { border-block-end-color: currentColor; color: var(--_neuroglow-text); font-weight: 600; }
div:where(.neuroglow-cost-plot__switch) > label:hover { color: var(--_neuroglow-text); }
div:where(.neuroglow-cost-plot__switch) > label:has(:focus-visible) { outline: 2px solid var(--_neuroglow-focus); outline-offset: 3px; border-radius: 2px; }
div:where(.neuroglow-cost-plot__switch) input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
div:where(.neuroglow-cost-plot__stage) { position: relative; flex: 1 1 0; min-block-size: 0; }
div:where(.neuroglow-cost-plot__reader) { position: absolute; inset: 0; touch-action: pan-y; cursor: crosshair; }
div:where(.neuroglow-cost-plot__reader):focus-visible { outline: 2px solid var(--_neuroglow-focus); outline-offset: 2px; border-radius: 2px; }
div:where(.neuroglow-cost-plot__line) { position: absolute; inset-block-start: 0; left: 0; border-inline-start: 1px solid var(--_neuroglow-muted); pointer-events: none; }
div:where(.neuroglow-cost-plot__line[data-elsewhere]) { border-inline-start-style: dashed; }
div:where(.neuroglow-cost-plot__dot) { position: absolute; top: -5px; left: -5px; inline-size: 10px; block-size: 10px; box-sizing: border-box; border: 2px solid var(--_neuroglow-surface); border-radius: 50%; pointer-events: none; }
div:where(.neuroglow-cost-plot__brush) { position: absolute; top: 0; left: 0; background: color-mix(in srgb, var(--_neuroglow-accent) 16%, transparent); border-inline: 1px solid var(--_neuroglow-accent); box-sizing: border-box; pointer-events: none; }
div:where(.neuroglow-cost-plot__line, .neuroglow-cost-plot__dot, .neuroglow-cost-plot__brush)[hidden] { display: none; }
div:where(.neuroglow-cost-plot__cursor) { position: absolute; top: 0; left: -12px; inline-size: 24px; cursor: ew-resize; touch-action: none; pointer-events: none; outline: none; }
div:where(.neuroglow-cost-plot__cursor)::before { content: ''; position: absolute; inset-block: 0; left: 11px; border-inline-start: 2px solid var(--_neuroglow-accent); }
div:where(.neuroglow-cost-plot__cursor)::after { content: ''; position: absolute; inset-block-start: -10px; left: 5px; inline-size: 14px; block-size: 14px; box-sizing: border-box; border: 2px solid var(--_neuroglow-accent); border-radius: 50%; background: var(--_neuroglow-accent); pointer-events: auto; box-shadow: 0 0 0 5px transparent; }
div:where(.neuroglow-cost-plot__cursor[data-live])::before { border-inline-start: 1px dotted var(--_neuroglow-muted); }
div:where(.neuroglow-cost-plot__cursor[data-live])::after { border-color: var(--_neuroglow-muted); background: var(--_neuroglow-surface); }
div:where(.neuroglow-cost-plot__cursor[data-outside]) { opacity: 0.4; }
div:where(.neuroglow-cost-plot__cursor):focus-visible::after { outline: 2px solid var(--_neuroglow-focus); outline-offset: 2px; }
p:where(.neuroglow-cost-plot__empty) { position: absolute; inset: 0; inline-size: fit-content; block-size: fit-content; margin: auto; padding: 0.25rem 0.5rem; background: var(--_neuroglow-surface); color: var(--_neuroglow-muted); pointer-events: none; }
.neuroglow-cost-plot .uplot, .neuroglow-cost-plot .uplot * { box-sizing: border-box; }
.neuroglow-cost-plot .uplot { position: absolute; inset: 0; }
.neuroglow-cost-plot .u-wrap { position: relative; user-select: none; }
.neuroglow-cost-plot .u-over, .neuroglow-cost-plot .u-under, .neuroglow-cost-plot .u-axis { position: absolute; }
.neuroglow-cost-plot .u-under { overflow: hidden; }
.neuroglow-cost-plot .uplot canvas { display: block; position: relative; inline-size: 100%; block-size: 100%; max-inline-size: none; }
@media (forced-colors: active) {
  div:where(.neuroglow-cost-plot__switch) > label:not([data-checked]) { border-block-end-color: Canvas; }
  div:where(.neuroglow-cost-plot__value) > dt > button > svg, div:where(.neuroglow-cost-plot__dot) { forced-color-adjust: none; }
  div:where(.neuroglow-cost-plot__cursor)::after { background: Highlight; }
}
`,
);
