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
div:where(.neuroglow-cost-plot__value) > dt { display: flex; align-items: center; gap: 0.5rem; margin: 0; color: var(--_neuroglow-muted); font-weight: 400; }
div:where(.neuroglow-cost-plot__value) > dt[data-line]::before { content: ''; inline-size: 1.25rem; border-block-start: 2px solid var(--_neuroglow-training); }
div:where(.neuroglow-cost-plot__value) > dt[data-line='validation']::before { border-block-start: 2px dashed var(--_neuroglow-validation); }
div:where(.neuroglow-cost-plot__value) > dd { margin: 0; min-inline-size: 7ch; font-weight: 600; }
div:where(.neuroglow-cost-plot__value[data-hidden-values]) > dt, div:where(.neuroglow-cost-plot__value[data-hidden-values]) > dd { color: var(--_neuroglow-error); }
div:where(.neuroglow-cost-plot__switch) { display: inline-flex; gap: 1rem; color: var(--_neuroglow-muted); }
div:where(.neuroglow-cost-plot__switch) > label { position: relative; padding-block: 0.125rem; border-block-end: 2px solid transparent; font-weight: 400; cursor: pointer; }
div:where(.neuroglow-cost-plot__switch) > label[data-checked] { border-block-end-color: currentColor; color: var(--_neuroglow-text); font-weight: 600; }
div:where(.neuroglow-cost-plot__switch) > label:hover { color: var(--_neuroglow-text); }
div:where(.neuroglow-cost-plot__switch) > label:has(:focus-visible) { outline: 2px solid var(--_neuroglow-focus); outline-offset: 3px; border-radius: 2px; }
div:where(.neuroglow-cost-plot__switch) input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
div:where(.neuroglow-cost-plot__stage) { position: relative; flex: 1 1 0; min-block-size: 0; touch-action: pan-y; }
div:where(.neuroglow-cost-plot__stage):focus-visible { outline: 2px solid var(--_neuroglow-focus); outline-offset: 2px; border-radius: 2px; }
p:where(.neuroglow-cost-plot__empty) { position: absolute; inset: 0; inline-size: fit-content; block-size: fit-content; margin: auto; padding: 0.25rem 0.5rem; background: var(--_neuroglow-surface); color: var(--_neuroglow-muted); pointer-events: none; }
.neuroglow-cost-plot .uplot, .neuroglow-cost-plot .uplot * { box-sizing: border-box; }
.neuroglow-cost-plot .uplot { position: absolute; inset: 0; }
.neuroglow-cost-plot .u-wrap { position: relative; user-select: none; }
.neuroglow-cost-plot .u-over, .neuroglow-cost-plot .u-under, .neuroglow-cost-plot .u-axis { position: absolute; }
.neuroglow-cost-plot .u-under { overflow: hidden; }
.neuroglow-cost-plot .uplot canvas { display: block; position: relative; inline-size: 100%; block-size: 100%; max-inline-size: none; }
.neuroglow-cost-plot .u-select { position: absolute; pointer-events: none; }
.neuroglow-cost-plot .u-cursor-x { position: absolute; inset-block-start: 0; left: 0; block-size: 100%; border-inline-end: 1px solid var(--_neuroglow-muted); pointer-events: none; will-change: transform; }
.neuroglow-cost-plot .u-cursor-pt { position: absolute; top: 0; left: 0; border: 0 solid; border-radius: 50%; background-clip: padding-box !important; pointer-events: none; will-change: transform; }
.neuroglow-cost-plot .u-off { display: none; }
@media (forced-colors: active) {
  div:where(.neuroglow-cost-plot__switch) > label:not([data-checked]) { border-block-end-color: Canvas; }
  div:where(.neuroglow-cost-plot__value) > dt[data-line]::before { forced-color-adjust: none; }
}
`,
);
