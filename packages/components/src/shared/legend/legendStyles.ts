import { defineStyles, type Styles } from '../styleSheet.js';

export const legendStyles: Styles = defineStyles(
  'legend',
  `
ul:where(.neuroglow-legend__list) {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
  margin: 0;
  padding: 0;
  list-style: none;
  font-size: 0.75rem;
  line-height: 1.25rem;
}
li:where(.neuroglow-legend__entry) {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 0.625rem;
  margin: 0;
  padding: 0;
}
li:where(.neuroglow-legend__entry)::marker { content: none; }
span:where(.neuroglow-legend__scale) { display: inline-flex; align-items: center; gap: 0.375rem; }
span:where(.neuroglow-legend__number) { color: var(--_neuroglow-text); }
span:where(.neuroglow-legend__label), span:where(.neuroglow-legend__not-finite) { color: var(--_neuroglow-muted); }
span:where(.neuroglow-legend__sign) { color: var(--_neuroglow-text); font-weight: 700; }
span:where(.neuroglow-legend__bar) {
  inline-size: 5.5rem;
  block-size: 0.5rem;
  border-radius: 0.125rem;
  box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--_neuroglow-text) 12%, transparent);
  forced-color-adjust: none;
}
span:where(.neuroglow-legend__not-finite) { display: inline-flex; align-items: center; gap: 0.375rem; color: var(--_neuroglow-error); }
span:where(.neuroglow-legend__hatch) {
  inline-size: 0.875rem;
  block-size: 0.875rem;
  border: 1px solid var(--_neuroglow-muted);
  border-radius: 0.125rem;
  background: repeating-linear-gradient(-45deg, var(--_neuroglow-muted) 0 1px, transparent 1px 4px);
  forced-color-adjust: none;
}
span:where(.neuroglow-legend__swatch) { forced-color-adjust: none; }
span:where(.neuroglow-legend__swatch[data-shape='dot']) {
  inline-size: 0.625rem;
  block-size: 0.625rem;
  border-radius: 50%;
  background: currentColor;
}
span:where(.neuroglow-legend__swatch:is([data-shape='square'], [data-shape='triangle'], [data-shape='diamond'], [data-shape='plus'], [data-shape='cross'], [data-shape='down'], [data-shape='bar'])) {
  inline-size: 0.6875rem;
  block-size: 0.6875rem;
  background: currentColor;
}
span:where(.neuroglow-legend__swatch[data-shape='square']) { clip-path: inset(8%); }
span:where(.neuroglow-legend__swatch[data-shape='triangle']) { clip-path: polygon(50% 4%, 100% 92%, 0 92%); }
span:where(.neuroglow-legend__swatch[data-shape='diamond']) { clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%); }
span:where(.neuroglow-legend__swatch[data-shape='plus']) { clip-path: polygon(34% 0, 66% 0, 66% 34%, 100% 34%, 100% 66%, 66% 66%, 66% 100%, 34% 100%, 34% 66%, 0 66%, 0 34%, 34% 34%); }
span:where(.neuroglow-legend__swatch[data-shape='cross']) { clip-path: polygon(34% 0, 66% 0, 66% 34%, 100% 34%, 100% 66%, 66% 66%, 66% 100%, 34% 100%, 34% 66%, 0 66%, 0 34%, 34% 34%); rotate: 45deg; }
span:where(.neuroglow-legend__swatch[data-shape='down']) { clip-path: polygon(0 8%, 100% 8%, 50% 96%); }
span:where(.neuroglow-legend__swatch[data-shape='bar']) { clip-path: inset(28% 0); }
span:where(.neuroglow-legend__swatch[data-shape='line']) { inline-size: 1.25rem; border-block-start: 2px solid currentColor; }
span:where(.neuroglow-legend__swatch[data-shape='dashed']) { inline-size: 1.25rem; border-block-start: 2px dashed currentColor; }
`,
);
