import { NeuroglowError } from '@neuroglow/engine';
import { change as changeOfWeight } from './connection/change.js';
import { contribution } from './connection/contribution.js';
import { gradient as gradientOfWeight } from './connection/gradient.js';
import { weight } from './connection/weight.js';
import { activation } from './neuron/activation.js';
import { bias } from './neuron/bias.js';
import { change } from './neuron/change.js';
import { firingRate } from './neuron/firingRate.js';
import { gradient } from './neuron/gradient.js';
import { preActivation } from './neuron/preActivation.js';
import type { ConnectionQuantity, NeuronQuantity } from './quantity.js';

/** The quantities per neuron that have a name of their own. */
export const neuronQuantities = {
  activation,
  preActivation,
  bias,
  gradient,
  change,
  firingRate,
} as const satisfies Readonly<Record<string, NeuronQuantity>>;

/** The quantities per connection that have a name of their own. */
export const connectionQuantities = {
  weight,
  contribution,
  gradient: gradientOfWeight,
  change: changeOfWeight,
} as const satisfies Readonly<Record<string, ConnectionQuantity>>;

export type NeuronQuantityName = keyof typeof neuronQuantities;
export type ConnectionQuantityName = keyof typeof connectionQuantities;

/** A built-in quantity by its name, or a quantity as it is. @throws `invalid-option` for what is neither. */
export function neuronQuantityOf(given: NeuronQuantityName | NeuronQuantity, prop: string): NeuronQuantity {
  return find<NeuronQuantity>(neuronQuantities, given, prop);
}

/** A built-in quantity by its name, or a quantity as it is. @throws `invalid-option` for what is neither. */
export function connectionQuantityOf(
  given: ConnectionQuantityName | ConnectionQuantity,
  prop: string,
): ConnectionQuantity {
  return find<ConnectionQuantity>(connectionQuantities, given, prop);
}

/** The labels of a registry, by name: the defaults of a component's messages. */
export function labelsOf<Name extends string>(
  quantities: Readonly<Record<Name, { readonly label: string }>>,
): Readonly<Record<Name, string>> {
  const entries = Object.entries<{ readonly label: string }>(quantities);
  return Object.fromEntries(entries.map(([name, { label }]) => [name, label])) as Record<Name, string>;
}

function find<Q extends { readonly values: unknown; readonly needs: unknown }>(
  quantities: Readonly<Record<string, Q>>,
  given: string | Q,
  prop: string,
): Q {
  if (typeof given === 'object' && typeof given.values === 'function' && typeof given.needs === 'function') {
    return given;
  }
  const known = typeof given === 'string' && Object.hasOwn(quantities, given) ? quantities[given] : undefined;
  if (known) return known;
  const names = Object.keys(quantities).map((name) => `'${name}'`);
  throw new NeuroglowError(
    'invalid-option',
    `expected ${prop} to be one of ${names.join(', ')}, or a quantity object, got ${show(given)}; pass one of these names.`,
  );
}

function show(given: unknown): string {
  if (typeof given === 'string') return JSON.stringify(given);
  return given === null ? 'null' : typeof given === 'object' ? 'an object without needs and values' : typeof given;
}
