import { waitFor as wait } from 'storybook/test';

/** Pictures come from a worker, which on a busy machine takes its time. */
export const waitFor: typeof wait = (callback) => wait(callback, { timeout: 30_000 });

/** What the tooltip of a story's graph says. */
export function tooltipIn(canvasElement: HTMLElement): HTMLElement {
  const tooltip = canvasElement.querySelector<HTMLElement>('.neuroglow__tooltip');
  if (!tooltip) throw new Error('The story has no tooltip.');
  return tooltip;
}
