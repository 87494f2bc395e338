import { within } from 'storybook/test';

/** A number that the training controls show, by its name, as a person reads it: 96.4 % is 0.964. NaN before there is one. */
export function reading(page: HTMLElement, name: string): number {
  const text = within(page).getByText(name, { selector: 'dt' }).nextElementSibling?.textContent ?? '';
  const number = Number.parseFloat(text.replaceAll(',', ''));
  return text.includes('%') ? number / 100 : number;
}
