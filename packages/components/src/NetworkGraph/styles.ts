import { legendStyles } from '../shared/legend/legendStyles.js';
import { defineStyles, type Styles } from '../shared/styleSheet.js';

export const networkGraphStyles: readonly Styles[] = [
  legendStyles,
  defineStyles(
    'network-graph',
    `
div:where(.neuroglow-network-graph) { display: flex; flex-direction: column; gap: 0.375rem; container-type: inline-size; }
div:where(.neuroglow-network-graph__stage) {
  position: relative;
  flex: 1 1 auto;
  min-block-size: 0;
  aspect-ratio: var(--_neuroglow-graph-aspect, 1.6);
  /* Without rounded corners: they would cost every frame a clip, and there is no ground whose corners one could see. */
  overflow: clip;
  touch-action: manipulation;
  user-select: none;
  /* Words on the picture, times how much larger the picture is than a page. */
  font-size: calc(0.6875rem * var(--_neuroglow-words, 1));
}
/* Few neurons in a layer need little height. */
div:where(.neuroglow-network-graph__stage[data-shape='flat']) { aspect-ratio: var(--_neuroglow-graph-aspect, 2.5); }
div:where(.neuroglow-network-graph__stage[data-shape='low']) { aspect-ratio: var(--_neuroglow-graph-aspect, 2); }
@container (max-inline-size: 26rem) {
  div:where(.neuroglow-network-graph__stage[data-shape]) { aspect-ratio: var(--_neuroglow-graph-aspect, 1.25); }
}
@container (max-inline-size: 26rem) {
  div:where(.neuroglow-network-graph__stage:not([data-shape])) { aspect-ratio: var(--_neuroglow-graph-aspect, 1); }
}
/* For one frame: useCanvasFirst. Neurons can be touched from the beginning. */
div:where(.neuroglow-network-graph__stage[data-fresh]) > :where(:not(canvas, [data-hands])) { display: none; }
/* A legend that leaves no room grows the whole, and not over the picture. */
div:where(.neuroglow-network-graph__stage[data-fills]) { aspect-ratio: auto; flex-basis: 0; min-block-size: 55cqi; }
@container (max-inline-size: 26rem) {
  div:where(.neuroglow-network-graph__stage[data-fills]) { min-block-size: 80cqi; }
}
div:where(.neuroglow-network-graph__stage[data-zooms]) { touch-action: none; cursor: grab; }
canvas:where(.neuroglow-network-graph__canvas) {
  position: absolute; inset: 0; inline-size: 100%; block-size: 100%; pointer-events: none;
}
button:where(.neuroglow-network-graph__neuron), button:where(.neuroglow-network-graph__name),
button:where(.neuroglow-network-graph__hidden), button:where(.neuroglow-network-graph__tool) {
  all: unset; box-sizing: border-box; cursor: pointer;
}
button:where(.neuroglow-network-graph__neuron) {
  position: absolute; border-radius: 50%; min-inline-size: 6px; min-block-size: 6px; transform: translate(-50%, -50%);
}
button:where(.neuroglow-network-graph__block) { position: absolute; padding: 0; border: 0; background: none; cursor: default; }
button:where(.neuroglow-network-graph__block:focus-visible) { outline: 2px solid var(--_neuroglow-focus); outline-offset: 3px; }
button:where(.neuroglow-network-graph__neuron[data-edits]) { cursor: ns-resize; touch-action: none; }
button:where(.neuroglow-network-graph__neuron[data-edits])::before { content: ''; position: absolute; inset: -0.625rem; border-radius: 50%; }
button:where(.neuroglow-network-graph__neuron:focus-visible) {
  outline: 2px solid var(--_neuroglow-focus); outline-offset: 4px;
}
div:where(.neuroglow-network-graph__name), button:where(.neuroglow-network-graph__name),
button:where(.neuroglow-network-graph__hidden), div:where(.neuroglow-network-graph__pager),
div:where(.neuroglow-network-graph__mark), div:where(.neuroglow-network-graph__shape) {
  position: absolute; color: var(--_neuroglow-muted); font-size: inherit; line-height: 1.3;
  white-space: nowrap; text-align: center; transform: translate(-50%, -50%);
}
div:where(.neuroglow-network-graph__name), button:where(.neuroglow-network-graph__name) {
  overflow: hidden; text-overflow: ellipsis;
}
div:where(.neuroglow-network-graph__name[data-stacked]), button:where(.neuroglow-network-graph__name[data-stacked]) {
  white-space: normal; inline-size: min-content; line-height: 1.18;
}
div:where(.neuroglow-network-graph__name[data-turned]), button:where(.neuroglow-network-graph__name[data-turned]) {
  text-align: start; transform: translate(0, -50%);
}
button:where(.neuroglow-network-graph__name), button:where(.neuroglow-network-graph__hidden) {
  border-radius: 0.25rem; padding: 0.125rem 0.25rem;
}
/* Zoomed in, the network passes below the names. */
div:where(.neuroglow-network-graph__stage[data-zoomed]) :where(.neuroglow-network-graph__name:not(:empty)) {
  border-radius: 0.25rem; padding-inline: 0.25rem; background: color-mix(in srgb, var(--_neuroglow-surface) 86%, transparent);
}
button:where(.neuroglow-network-graph__name:hover), button:where(.neuroglow-network-graph__hidden:hover) {
  color: var(--_neuroglow-text); text-decoration: underline;
}
button:where(.neuroglow-network-graph__name:focus-visible), button:where(.neuroglow-network-graph__hidden:focus-visible),
button:where(.neuroglow-network-graph__tool:focus-visible) {
  outline: 2px solid var(--_neuroglow-focus); outline-offset: 1px;
}
span:where(.neuroglow-network-graph__dots) { display: block; letter-spacing: 0.15em; line-height: 0.7; }
span:where(.neuroglow-network-graph__unit) {
  position: absolute; color: var(--_neuroglow-muted); font-size: inherit; line-height: 1; white-space: nowrap;
  transform: translate(0, -50%); pointer-events: none; overflow-x: clip; text-overflow: ellipsis;
}
span:where(.neuroglow-network-graph__unit[data-side='before']) { transform: translate(-100%, -50%); }
span:where(.neuroglow-network-graph__unit[data-side='middle']) { transform: translate(-50%, -50%); }
span:where(.neuroglow-network-graph__unit[data-winner]) { color: var(--_neuroglow-text); font-weight: 700; }
span:where(.neuroglow-network-graph__unit[data-truth]) { text-decoration: underline 1.5px; text-underline-offset: 0.2em; }
span:where(.neuroglow-network-graph__share) {
  position: absolute; color: var(--_neuroglow-muted); font-size: inherit; line-height: 1; white-space: nowrap; transform: translate(0, -50%);
  font-variant-numeric: tabular-nums; pointer-events: none;
}
span:where(.neuroglow-network-graph__share[data-winner]) { color: var(--_neuroglow-text); font-weight: 700; }
span:where([data-line]) { display: block; }
div:where(.neuroglow-network-graph__pager[data-turned]), div:where(.neuroglow-network-graph__mark[data-turned]) {
  text-align: start; transform: translate(0, -50%);
}
div:where(.neuroglow-network-graph__pager) { display: flex; align-items: center; gap: 0.375rem; }
div:where(.neuroglow-network-graph__pager[data-turned]) { flex-wrap: wrap; transform: none; }
div:where(.neuroglow-network-graph__mark[data-turned]) { white-space: normal; transform: none; }
div:where(.neuroglow-network-graph__mark), span:where([data-trouble]) { color: var(--_neuroglow-accent); }
span:where(.neuroglow-network-graph__note) {
  position: absolute; display: flex; flex-direction: column; align-items: center; padding-inline: 0.1875rem; border-radius: 0.1875rem;
  background: color-mix(in srgb, var(--_neuroglow-surface) 86%, transparent); color: var(--_neuroglow-text);
  font-size: inherit; line-height: 1.27; white-space: nowrap; font-variant-numeric: tabular-nums; pointer-events: none;
}
span:where(.neuroglow-network-graph__note[data-side='after']) { transform: translate(0, -50%); }
span:where(.neuroglow-network-graph__note[data-side='before']) { transform: translate(-100%, -50%); }
span:where(.neuroglow-network-graph__note[data-side='below']) { transform: translate(-50%, 0); }
span:where(.neuroglow-network-graph__note[data-side='above']) { transform: translate(-50%, -100%); }
/* A number appears when its neuron lights, the result after its sum. */
@media (prefers-reduced-motion: no-preference) {
  span:where(.neuroglow-network-graph__note) > span { animation: neuroglow-graph-note 160ms 420ms both; }
  span:where(.neuroglow-network-graph__note) > span + span { animation-delay: 680ms; }
}
@keyframes neuroglow-graph-note { from { opacity: 0; } }
div:where(.neuroglow-network-graph__tools) {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; font-size: 0.75rem; color: var(--_neuroglow-muted);
}
div:where(.neuroglow-network-graph__pass) { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; }
span:where(.neuroglow-network-graph__emphasis) { display: inline-flex; align-items: center; gap: 0.375rem; margin-inline-end: 0.625rem; }
select:where(.neuroglow-network-graph__choice) {
  min-block-size: 1.5rem; padding: 0.125rem 0.375rem; border: 1px solid var(--_neuroglow-line); border-radius: 0.375rem;
  background: var(--_neuroglow-surface); color: var(--_neuroglow-text); font: inherit;
}
select:where(.neuroglow-network-graph__choice:focus-visible) { outline: 2px solid var(--_neuroglow-focus); outline-offset: 1px; }
div:where(.neuroglow-network-graph__zoom) { display: flex; gap: 0.25rem; margin-inline-start: auto; }
div:where(.neuroglow-network-graph__hint), span:where(.neuroglow-network-graph__hint) {
  color: var(--_neuroglow-muted); font-size: 0.75rem;
}
button:where(.neuroglow-network-graph__tool) {
  display: inline-grid; place-items: center; min-inline-size: 1.5rem; min-block-size: 1.5rem; padding-inline: 0.4375rem;
  border: 1px solid var(--_neuroglow-line); border-radius: 0.375rem; background: var(--_neuroglow-surface);
  color: var(--_neuroglow-text); font-size: 0.75rem; line-height: 1;
}
button:where(.neuroglow-network-graph__tool:hover) { border-color: var(--_neuroglow-muted); }
button:where(.neuroglow-network-graph__tool[aria-disabled='true']) { color: var(--_neuroglow-muted); cursor: default; }
div:where(.neuroglow-network-graph__caption) { color: var(--_neuroglow-muted); font-size: 0.75rem; line-height: 1.25rem; }
/* The caption is the first entry of the legend. */
div:where(.neuroglow-network-graph__key) { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; min-block-size: 1.25rem; }
div:where(.neuroglow-network-graph__key) > :where(ul) { display: contents; }
div:where(.neuroglow-network-graph__caption:empty) { display: none; }
div:where(.neuroglow-network-graph__beside) { position: absolute; pointer-events: none; transform: translate(0, -50%); }
div:where(.neuroglow-network-graph__beside[data-side='below']) { transform: translate(-50%, 0); }
div:where(.neuroglow-network-graph__own) { position: absolute; transform: translate(-50%, -50%); pointer-events: none; }
form:where(.neuroglow-network-graph__editor) {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.75rem; font-size: 0.75rem; color: var(--_neuroglow-muted);
}
label:where(.neuroglow-network-graph__field) { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; }
input:where(.neuroglow-network-graph__number), select:where(.neuroglow-network-graph__number) {
  inline-size: 6rem; padding: 0.1875rem 0.375rem; border: 1px solid var(--_neuroglow-line); border-radius: 0.3125rem;
  background: var(--_neuroglow-surface); color: var(--_neuroglow-text); font: inherit;
}
input:where(.neuroglow-network-graph__number[type='range']) { padding: 0; inline-size: 7rem; accent-color: var(--_neuroglow-positive); }
input:where(.neuroglow-network-graph__number:focus-visible), select:where(.neuroglow-network-graph__number:focus-visible) {
  outline: 2px solid var(--_neuroglow-focus); outline-offset: 1px;
}
`,
  ),
];
