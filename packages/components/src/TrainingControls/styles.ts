import { defineStyles, type Styles } from '../shared/styleSheet.js';

export const trainingControlsStyles: Styles = defineStyles(
  'training-controls',
  `
div:where(.neuroglow-training-controls__row) {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.625rem 1.75rem;
}
div:where(.neuroglow-training-controls__commands) { display: flex; flex-wrap: wrap; gap: 0.5rem; }
button:where(.neuroglow-training-controls__button) {
  display: inline-flex;
  align-items: center;
  gap: 0.5rem;
  margin: 0;
  min-block-size: 2.25rem;
  padding: 0.375rem 0.875rem;
  border: 1px solid var(--_neuroglow-line);
  border-radius: 0.5rem;
  background: var(--_neuroglow-surface);
  color: var(--_neuroglow-text);
  font: inherit;
  font-weight: 500;
  cursor: pointer;
  touch-action: manipulation;
}
button:where(.neuroglow-training-controls__button[data-primary]) {
  border-color: var(--_neuroglow-text);
  background: var(--_neuroglow-text);
  color: var(--_neuroglow-surface);
  font-weight: 600;
}
button:where(.neuroglow-training-controls__button:hover:not(:disabled)) {
  border-color: color-mix(in srgb, var(--_neuroglow-text) 55%, var(--_neuroglow-line));
}
button:where(.neuroglow-training-controls__button[data-primary]:hover:not(:disabled)) {
  background: color-mix(in srgb, var(--_neuroglow-text) 86%, var(--_neuroglow-surface));
}
button:where(.neuroglow-training-controls__button:disabled) { opacity: 0.45; cursor: not-allowed; }
button:where(.neuroglow-training-controls__button):focus-visible,
input:where(.neuroglow-training-controls__input):focus-visible,
select:where(.neuroglow-training-controls__input):focus-visible {
  outline: 2px solid var(--_neuroglow-focus);
  outline-offset: 2px;
}
span:where(.neuroglow-training-controls__words) { display: inline-grid; text-align: start; }
span:where(.neuroglow-training-controls__words) > span { grid-area: 1 / 1; }
span:where(.neuroglow-training-controls__words) > span[data-ghost] { visibility: hidden; }
dl:where(.neuroglow-training-controls__readings) {
  display: flex;
  flex-wrap: wrap;
  flex: 1 1 auto;
  gap: 0.25rem 1rem;
  margin: 0;
}
div:where(.neuroglow-training-controls__reading) { display: flex; align-items: baseline; gap: 0.375rem; white-space: nowrap; }
div:where(.neuroglow-training-controls__reading) > dt { margin: 0; color: var(--_neuroglow-muted); font-weight: 400; }
div:where(.neuroglow-training-controls__reading) > dd { margin: 0; font-weight: 600; min-inline-size: var(--_neuroglow-room, 6ch); }
div:where([data-reading='status']) { --_neuroglow-room: 7.5ch; }
div:where([data-reading='step']) { --_neuroglow-room: 6ch; }
div:where([data-reading='epoch']) { --_neuroglow-room: 4ch; }
div:where([data-reading='cost']) { --_neuroglow-room: 6ch; }
div:where([data-reading='status'][data-status='running']) > dd { color: var(--_neuroglow-accent); }
div:where([data-reading='status'][data-status='diverged']) > dd,
div:where([data-reading='status'][data-status='failed']) > dd { color: var(--_neuroglow-error); }
div:where(.neuroglow-training-controls__settings) { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; }
span:where(.neuroglow-training-controls__setting) {
  position: relative;
  display: inline-flex;
  align-items: center;
  gap: 0.5rem;
}
span:where(.neuroglow-training-controls__setting) > label { color: var(--_neuroglow-muted); font-weight: 400; }
input:where(.neuroglow-training-controls__input), select:where(.neuroglow-training-controls__input) {
  margin: 0;
  min-block-size: 2.25rem;
  padding: 0.25rem 0.5rem;
  border: 1px solid var(--_neuroglow-line);
  border-radius: 0.5rem;
  background: var(--_neuroglow-surface);
  color: var(--_neuroglow-text);
  font: inherit;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
}
select:where(.neuroglow-training-controls__input) { font-weight: 500; cursor: pointer; }
input:where(.neuroglow-training-controls__input[aria-invalid='true']) { border-color: var(--_neuroglow-error); }
span:where(.neuroglow-training-controls__invalid) {
  position: absolute;
  inset-block-start: calc(100% + 0.25rem);
  inset-inline-start: 0;
  z-index: 2;
  inline-size: max-content;
  max-inline-size: 13rem;
  padding: 0.25rem 0.5rem;
  border: 1px solid var(--_neuroglow-error);
  border-radius: 0.375rem;
  background: var(--_neuroglow-surface);
  font-size: 0.75rem;
}
span:where(.neuroglow-training-controls__past) { display: inline-flex; align-items: center; gap: 0.5rem; color: var(--_neuroglow-muted); white-space: nowrap; }
span:where(.neuroglow-training-controls__past) > button {
  margin: 0; min-block-size: 1.5rem; padding: 0 0.5rem; border: 1px solid var(--_neuroglow-line); border-radius: 0.375rem;
  background: var(--_neuroglow-surface); color: var(--_neuroglow-text); font: inherit; font-weight: 500; cursor: pointer;
}
span:where(.neuroglow-training-controls__past) > button:focus-visible { outline: 2px solid var(--_neuroglow-focus); outline-offset: 1px; }
p:where(.neuroglow-training-controls__notice) {
  flex: 1 0 100%;
  order: 1;
  margin: 0;
  padding-inline-start: 0.625rem;
  border-inline-start: 3px solid var(--_neuroglow-line);
  color: var(--_neuroglow-muted);
  text-wrap: pretty;
}
p:where(.neuroglow-training-controls__notice[data-kind='error']) { border-color: var(--_neuroglow-error); color: var(--_neuroglow-text); }
@media (forced-colors: active) {
  button:where(.neuroglow-training-controls__button[data-primary]) { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
`,
);
