import { defineStyles, type Styles } from '../shared/styleSheet.js';

export const timelineScrubberStyles: Styles = defineStyles(
  'timeline-scrubber',
  `
div:where(.neuroglow-timeline-scrubber) { display: flex; flex-direction: column; gap: 0.25rem; container-type: inline-size; }
div:where(.neuroglow-timeline-scrubber__controls) { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 1rem; }
div:where(.neuroglow-timeline-scrubber__transport) { display: flex; gap: 0.25rem; }
button:where(.neuroglow-timeline-scrubber__button), button:where(.neuroglow-timeline-scrubber__live) {
  display: inline-flex; align-items: center; justify-content: center; gap: 0.4375rem; margin: 0; min-block-size: 2rem; min-inline-size: 2rem;
  padding: 0; border: 1px solid transparent; border-radius: 0.5rem; background: transparent; color: var(--_neuroglow-text);
  font: inherit; font-weight: 500; cursor: pointer; touch-action: manipulation;
}
button:where(.neuroglow-timeline-scrubber__button):hover, button:where(.neuroglow-timeline-scrubber__live):hover {
  background: var(--_neuroglow-faint);
}
button:where(.neuroglow-timeline-scrubber__button[data-active]) { background: var(--_neuroglow-text); color: var(--_neuroglow-surface); }
button:where(.neuroglow-timeline-scrubber__live) {
  margin-inline-start: auto; padding-inline: 0.75rem; border-color: var(--_neuroglow-line); background: var(--_neuroglow-surface);
}
button:where(.neuroglow-timeline-scrubber__live)::before {
  content: ''; inline-size: 0.5rem; block-size: 0.5rem; border-radius: 50%; box-shadow: inset 0 0 0 1.5px var(--_neuroglow-muted);
}
button:where(.neuroglow-timeline-scrubber__live[aria-pressed='true'])::before { background: var(--_neuroglow-accent); box-shadow: none; }
button:where(.neuroglow-timeline-scrubber__button):focus-visible, button:where(.neuroglow-timeline-scrubber__live):focus-visible,
button:where(.neuroglow-timeline-scrubber__mark):focus-visible, button:where(.neuroglow-timeline-scrubber__drop):focus-visible,
input:where(.neuroglow-timeline-scrubber__input):focus-visible, select:where(.neuroglow-timeline-scrubber__input):focus-visible {
  outline: 2px solid var(--_neuroglow-focus); outline-offset: 1px;
}
span:where(.neuroglow-timeline-scrubber__setting) {
  position: relative; display: inline-flex; align-items: center; gap: 0.4375rem; color: var(--_neuroglow-muted); white-space: nowrap;
}
input:where(.neuroglow-timeline-scrubber__input), select:where(.neuroglow-timeline-scrubber__input) {
  margin: 0; min-block-size: 2rem; padding: 0.125rem 0.4375rem; border: 1px solid var(--_neuroglow-line); border-radius: 0.5rem;
  background: var(--_neuroglow-surface); color: var(--_neuroglow-text); font: inherit; font-variant-numeric: tabular-nums;
}
input:where(.neuroglow-timeline-scrubber__input) { inline-size: 5.25rem; font-weight: 600; text-align: end; }
select:where(.neuroglow-timeline-scrubber__input) { cursor: pointer; }
input:where(.neuroglow-timeline-scrubber__input[aria-invalid='true']) { border-color: var(--_neuroglow-error); }
span:where(.neuroglow-timeline-scrubber__invalid) {
  position: absolute; inset-block-start: calc(100% + 0.25rem); inset-inline-start: 0; z-index: 2; padding: 0.25rem 0.5rem;
  border: 1px solid var(--_neuroglow-error); border-radius: 0.375rem; background: var(--_neuroglow-surface); color: var(--_neuroglow-text);
  font-size: 0.75rem;
}
span:where(.neuroglow-timeline-scrubber__reading) { color: var(--_neuroglow-muted); white-space: nowrap; }
span:where(.neuroglow-timeline-scrubber__reading) > b { display: inline-block; min-inline-size: 6ch; color: var(--_neuroglow-text); font-weight: 600; }
/* The track's own box has the ends of the run as its sides; half a handle reaches beyond it. */
div:where(.neuroglow-timeline-scrubber__track) {
  position: relative; block-size: 3.5rem; margin-inline: 0.5625rem; border-block-end: 1px solid var(--_neuroglow-line);
  cursor: pointer; touch-action: pan-y; user-select: none; direction: ltr; --_neuroglow-at: 1;
}
/* What is easy to see is not always easy to hit: the ground takes the pointer, too. */
div:where(.neuroglow-timeline-scrubber__track)::before { content: ''; position: absolute; inset: 0 -0.5625rem -0.5rem; }
svg:where(.neuroglow-timeline-scrubber__curve) {
  position: absolute; inset: 0; inline-size: 100%; block-size: 100%; overflow: visible; pointer-events: none;
}
svg:where(.neuroglow-timeline-scrubber__curve) > path { fill: none; stroke: none; }
svg:where(.neuroglow-timeline-scrubber__curve) > path[data-part='line'] { stroke-width: 1.5; stroke-linejoin: round; stroke: var(--_neuroglow-training); }
svg:where(.neuroglow-timeline-scrubber__curve) > path[data-part='area'] { fill: var(--_neuroglow-training); opacity: 0.07; }
svg:where(.neuroglow-timeline-scrubber__curve[data-part='shown']) { clip-path: inset(-4px calc(100% * (1 - var(--_neuroglow-at))) -4px -4px); }
svg:where(.neuroglow-timeline-scrubber__curve[data-part='rest']) { clip-path: inset(-4px -4px -4px calc(100% * var(--_neuroglow-at))); }
svg:where(.neuroglow-timeline-scrubber__curve[data-part='rest']) > path[data-part='line'] { opacity: 0.3; }
svg:where(.neuroglow-timeline-scrubber__curve[data-part='rest']) > path[data-part='area'] { opacity: 0; }
svg:where(.neuroglow-timeline-scrubber__kept) {
  position: absolute; inset-inline: 0; inset-block-end: -0.3125rem; inline-size: 100%; block-size: 0.5625rem; overflow: visible; pointer-events: none;
}
svg:where(.neuroglow-timeline-scrubber__kept) > circle { fill: var(--_neuroglow-muted); stroke: var(--_neuroglow-surface); stroke-width: 1; }
div:where(.neuroglow-timeline-scrubber__handle) {
  position: absolute; inset-block: 0 -0.5rem; inset-inline-start: calc(100% * var(--_neuroglow-at)); inline-size: 1.5rem; margin-inline-start: -0.75rem;
  outline: none; cursor: grab;
}
div:where(.neuroglow-timeline-scrubber__track[data-dragged]), div:where(.neuroglow-timeline-scrubber__track[data-dragged]) > div { cursor: grabbing; }
div:where(.neuroglow-timeline-scrubber__handle)::before {
  content: ''; position: absolute; inset-block: 0 0.375rem; inset-inline-start: calc(50% - 0.75px); inline-size: 1.5px; background: var(--_neuroglow-text);
}
div:where(.neuroglow-timeline-scrubber__handle)::after {
  content: ''; position: absolute; inset-block-end: 0; inset-inline-start: calc(50% - 0.5rem); inline-size: 1rem; block-size: 1rem; border-radius: 50%;
  background: var(--_neuroglow-text); box-shadow: 0 0 0 2px var(--_neuroglow-surface);
}
div:where(.neuroglow-timeline-scrubber__track[data-live]) > div:where(.neuroglow-timeline-scrubber__handle)::after {
  background: var(--_neuroglow-surface); box-shadow: inset 0 0 0 2px var(--_neuroglow-text), 0 0 0 2px var(--_neuroglow-surface);
}
div:where(.neuroglow-timeline-scrubber__handle):focus-visible::after { outline: 2px solid var(--_neuroglow-focus); outline-offset: 2px; }
div:where(.neuroglow-timeline-scrubber__ghost) {
  position: absolute; inset-block: 0; inset-inline-start: calc(100% * var(--_neuroglow-hover, 0)); inline-size: 1px; margin-inline-start: -0.5px;
  background: var(--_neuroglow-muted); opacity: 0.6; pointer-events: none;
}
div:where(.neuroglow-timeline-scrubber__ghost[hidden]) { display: none; }
div:where(.neuroglow-timeline-scrubber__marks) {
  position: relative; display: flex; justify-content: space-between; min-block-size: 1.5rem; padding-block-start: 0.375rem;
  direction: ltr; color: var(--_neuroglow-muted); font-size: 0.6875rem; line-height: 1.25rem;
}
div:where(.neuroglow-timeline-scrubber__marks) > ul { position: absolute; inset: 0 0.5625rem; margin: 0; padding: 0; list-style: none; }
div:where(.neuroglow-timeline-scrubber__marks) li {
  position: absolute; inset-block-start: 0; inset-inline-start: calc(100% * var(--_neuroglow-mark, 0)); inline-size: 1.5rem; block-size: 1.5rem;
  margin-inline-start: -0.75rem;
}
div:where(.neuroglow-timeline-scrubber__marks) li::marker { content: none; }
button:where(.neuroglow-timeline-scrubber__mark) {
  all: unset; box-sizing: border-box; position: absolute; inset: 0; display: grid; place-items: center; border-radius: 0.25rem; cursor: pointer;
}
button:where(.neuroglow-timeline-scrubber__mark)::before {
  content: ''; inline-size: 0.5rem; block-size: 0.5rem; rotate: 45deg; background: var(--_neuroglow-accent);
}
button:where(.neuroglow-timeline-scrubber__mark[data-many])::before { box-shadow: 3px -3px 0 -1px var(--_neuroglow-surface), 3px -3px 0 0 var(--_neuroglow-accent); }
svg:where(.neuroglow-timeline-scrubber__bands) { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; overflow: visible; pointer-events: none; }
svg:where(.neuroglow-timeline-scrubber__bands) > rect { fill: var(--_neuroglow-accent); opacity: 0.22; }
svg:where(.neuroglow-timeline-scrubber__bands) > rect[data-provisional] { stroke: var(--_neuroglow-accent); stroke-dasharray: 3 3; opacity: 0.18; }
div:where(.neuroglow-timeline-scrubber__drops) { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; }
div:where(.neuroglow-timeline-scrubber__drops) > span { color: var(--_neuroglow-muted); font-size: 0.75rem; }
div:where(.neuroglow-timeline-scrubber__drops) > ul { display: flex; flex-wrap: wrap; gap: 0.375rem; margin: 0; padding: 0; list-style: none; }
button:where(.neuroglow-timeline-scrubber__drop) {
  margin: 0; min-block-size: 2rem; padding: 0.125rem 0.625rem; border: 1px solid var(--_neuroglow-line); border-radius: 0.5rem;
  background: var(--_neuroglow-surface); color: var(--_neuroglow-text); font: inherit; font-size: 0.75rem; cursor: pointer; touch-action: manipulation;
}
button:where(.neuroglow-timeline-scrubber__drop):hover:enabled { background: var(--_neuroglow-faint); }
button:where(.neuroglow-timeline-scrubber__drop):disabled { color: var(--_neuroglow-muted); cursor: default; }
button:where(.neuroglow-timeline-scrubber__drop[aria-pressed='true']) { border-color: var(--_neuroglow-accent); box-shadow: inset 0 0 0 1px var(--_neuroglow-accent); }
p:where(.neuroglow-timeline-scrubber__note) { margin: 0; color: var(--_neuroglow-muted); font-size: 0.75rem; }
@container (max-inline-size: 30rem) {
  div:where(.neuroglow-timeline-scrubber__controls) { column-gap: 0.625rem; }
  /* Buttons and speed in one line, the readings in the next. */
  span:where(.neuroglow-timeline-scrubber__setting:has(input)), span:where(.neuroglow-timeline-scrubber__reading) { order: 1; }
  button:where(.neuroglow-timeline-scrubber__live) { order: 2; }
  input:where(.neuroglow-timeline-scrubber__input) { inline-size: 4.25rem; }
  div:where(.neuroglow-timeline-scrubber__track) { block-size: 3rem; }
}
@media (forced-colors: active) {
  button:where(.neuroglow-timeline-scrubber__button), button:where(.neuroglow-timeline-scrubber__live) { border-color: ButtonBorder; }
  button:where(.neuroglow-timeline-scrubber__button[data-active]) { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  button:where(.neuroglow-timeline-scrubber__live[aria-pressed='true'])::before,
  button:where(.neuroglow-timeline-scrubber__mark)::before { forced-color-adjust: none; background: Highlight; }
  div:where(.neuroglow-timeline-scrubber__handle)::before, div:where(.neuroglow-timeline-scrubber__handle)::after { forced-color-adjust: none; background: CanvasText; }
}
`,
);
