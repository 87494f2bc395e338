import type { ParameterReference, SourceControls } from '@neuroglow/engine';

export interface EditQueue {
  /** Gives a source a parameter's value; resolves with whether it was taken, once nothing is under way any more. */
  send(parameter: ParameterReference, value: number): Promise<void>;
}

/**
 * At most one edit under way. Of a parameter that is edited meanwhile only the latest value follows, and it always does: a key held down is as
 * many edits as the source can take, and no more.
 */
export function createEditQueue(setParameter: SourceControls['setParameter']): EditQueue {
  const waiting = new Map<string, readonly [ParameterReference, number]>();
  let underWay: Promise<void> | null = null;
  const work = async (): Promise<void> => {
    try {
      for (let next = take(waiting); next; next = take(waiting)) await setParameter(...next);
    } finally {
      underWay = null;
    }
  };
  return {
    send(parameter, value) {
      waiting.set(nameOf(parameter), [parameter, value]);
      underWay ??= work();
      return underWay;
    },
  };
}

function take<T>(waiting: Map<string, T>): T | undefined {
  const [first] = waiting;
  if (!first) return undefined;
  waiting.delete(first[0]);
  return first[1];
}

function nameOf(parameter: ParameterReference): string {
  const { kind, layer, neuron } = parameter;
  return kind === 'bias' ? `bias ${layer} ${neuron}` : `weight ${layer} ${parameter.input} ${neuron}`;
}
