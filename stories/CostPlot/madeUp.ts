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

/** A long noisy run that falls slowly, with a spike of a single step. */
export function longCosts(steps: number): CostValues {
  const values = new Float32Array(steps);
  for (let at = 0; at < steps; at++) {
    const share = at / steps;
    const grain = ((at * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
    values[at] = (0.05 + Math.exp(-share * 12) + 0.3 / (1 + Math.exp((share - 0.55) * 90))) * (0.8 + 0.4 * grain);
  }
  values[Math.floor(steps * 0.7)] = 40;
  return [{ values }];
}

/** A run of one seed, which falls at its own time; from `faster` on at three times the pace. */
export function seedCosts(seed: number, steps: number, faster = Infinity): CostValues {
  const delay = 0.8 + ((seed * 7919) % 97) / 200;
  let age = 0;
  const cost = (): number => 0.02 + 1.4 / (1 + Math.exp((age / steps / delay - 0.35) * 12));
  const values = Array.from({ length: steps }, (_, at) => {
    age += at < faster ? 1 : 3;
    return cost() * (1 + 0.08 * Math.sin(at * 12.9898 * seed) * Math.sin(at * 78.233));
  });
  return [{ role: 'training', values }];
}
