import type { NetworkDescription, SourceControls } from '@neuroglow/engine';
import type { NumbersStore } from '../quantities/numbersStore.js';
import { createEditQueue } from './editQueue.js';
import { Preview } from './preview.js';
import type { Editing } from './editing.js';

/** Editing of one network, from the first value tried out to what its source has taken. */
export function createEditSession(
  setParameter: SourceControls['setParameter'],
  network: NetworkDescription,
  store: NumbersStore,
  setError: (error: unknown) => void,
): Editing & { readonly isTrying: () => boolean } {
  const queue = createEditQueue(setParameter);
  let isTrying = false;
  let preview: Preview | null = null;
  let sent = 0;
  return {
    isTrying: () => isTrying,
    isEditable: ({ layer }) => layer > 0,
    biasOf: ({ layer, neuron }) => store.get().biases?.[layer]?.[neuron] ?? null,
    tryOut(parameter, value) {
      isTrying = true;
      // While a run goes on, what is tried out is its present state with this one value.
      store.hold((latest) => {
        if (preview?.base !== latest) preview = new Preview(latest, network);
        return preview.with(parameter, value);
      });
    },
    finish(parameter, value) {
      if (isTrying) store.hold(store.get());
      isTrying = false;
      preview = null;
      const own = ++sent;
      const release = (taken: boolean): void => {
        // A later edit holds the picture, and releases it.
        if (own === sent && !isTrying) store.release(taken);
      };
      queue.send(parameter, value).then(
        () => {
          setError(null);
          release(true);
        },
        (reason: unknown) => {
          setError(reason);
          release(false);
        },
      );
    },
    takeBack() {
      if (!isTrying) return;
      isTrying = false;
      preview = null;
      store.release();
    },
  };
}
