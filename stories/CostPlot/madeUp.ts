import type { CostValues } from '@neuroglow/components';

/** A run of plateaus and drops with noise, the same every time, and a held-out cost every 50 steps. */
export function madeUpCosts(steps: number, noise = 0.03): CostValues {
  const falls = [
    { at: 0.08, by: 0.65 },
    { at: 0.27, by: 1 },
    { at: 0.55, by: 0.62 },
  ];
  const cost = (step: number): number =>
    2.38 - falls.reduce((sum, { at, by }) => sum + by / (1 + Math.exp(-(step / steps - at) * 70)), 0);
  const grain = (step: number): number => Math.sin(step * 12.9898) * Math.sin(step * 78.233);
  const trained = Array.from({ length: steps }, (_, index) => index + 1);
  const tested = trained.filter((step) => step % 50 === 0);
  return [
    { role: 'training', steps: trained, values: trained.map((step) => cost(step) * (1 + noise * grain(step))) },
    { role: 'validation', steps: tested, values: tested.map((step) => cost(step) * 1.02 + 0.03) },
  ];
}
