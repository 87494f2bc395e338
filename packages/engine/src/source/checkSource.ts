import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import type { TrainingSource } from './trainingSource.js';

const methods = ['getSnapshot', 'subscribe', 'watch', 'read', 'supports'] as const;

/** Throws unless a value is a source. Training options or a network are easily passed by mistake. @throws `no-source` */
export function checkSource(source: unknown): asserts source is TrainingSource {
  const given = (typeof source === 'object' && source !== null ? source : {}) as Record<string, unknown>;
  if (methods.every((method) => typeof given[method] === 'function')) return;
  throw new NeuroglowError('no-source', `source: expected a source, got ${show(source)}; ${remedyFor(given)}.`);
}

function remedyFor(given: Readonly<Record<string, unknown>>): string {
  if ('dataset' in given) return 'make a session of these options with useTraining(options) or createTraining(options)';
  if ('layers' in given) return 'make a source of this network with createValueSource({ network })';
  return 'pass what useTraining, createTraining or createValueSource returns';
}
