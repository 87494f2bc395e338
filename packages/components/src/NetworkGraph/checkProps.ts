import { NeuroglowError } from '@neuroglow/engine';
import { checkDomain } from '../shared/domainChoice.js';
import type { NetworkGraphProps } from './types.js';
import { bindShown } from './quantities/shownQuantities.js';
import { checkNetwork, numbersOf } from './quantities/values.js';

/** What is wrong with the props, if anything. Found here and not by the boundary: a server has none. */
export function problemOf(props: NetworkGraphProps): unknown {
  try {
    check(props);
    return null;
  } catch (error) {
    return error;
  }
}

function check({
  values,
  neuronGlyph,
  glyphLayer = 1,
  maxNeurons,
  connections,
  aspect,
  changeSince,
  domain,
  neuronColor = 'activation',
  connectionColor = 'weight',
  beside,
  emphasis,
  defaultEmphasis,
}: NetworkGraphProps): void {
  if (values) {
    checkNetwork(values.network);
    numbersOf(values, neuronGlyph === 'responseMap' ? { kind: neuronGlyph, layer: glyphLayer } : null);
  }
  const layers = values?.network.layers ?? [];
  bindShown({ neuronColor, connectionColor, beside }, layers, { input: null, gradientOf: 'sample', since: 0 });
  checkDomain(domain);
  for (const [name, value] of Object.entries({ emphasis, defaultEmphasis })) checkEmphasis(name, value);
  atLeast('maxNeurons', maxNeurons, 1);
  atLeast('changeSince', changeSince, 0);
  if (aspect !== undefined && !(aspect > 0 && Number.isFinite(aspect))) {
    throw new NeuroglowError(
      'invalid-option',
      `expected aspect to be a positive number, got ${aspect}; pass width / height.`,
    );
  }
  if (typeof connections === 'object') {
    const limit = connections.kind === 'topK' ? connections.count : connections.magnitude;
    atLeast(`connections.${connections.kind === 'topK' ? 'count' : 'magnitude'}`, limit, 0);
  }
}

function checkEmphasis(name: string, given: unknown): void {
  if (given === undefined || given === 'input' || given === 'none' || given === 'strongest') return;
  throw new NeuroglowError(
    'invalid-option',
    `expected ${name} to be 'input', 'none' or 'strongest', got ${JSON.stringify(given)}; pass one of these.`,
  );
}

function atLeast(name: string, value: number | undefined, least: number): void {
  if (value === undefined || value >= least) return;
  throw new NeuroglowError(
    'invalid-option',
    `expected ${name} to be at least ${least}, got ${value}; pass a larger one.`,
  );
}
