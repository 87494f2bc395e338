/** Calls a listener. Exceptions thrown by it are reported as uncaught, not propagated, so that the other listeners are called too. */
export function callListener(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** Calls a listener in a microtask, unless it is cancelled before. */
export function callListenerSoon(callback: () => void): () => void {
  let isCancelled = false;
  queueMicrotask(() => {
    if (!isCancelled) callListener(callback);
  });
  return () => {
    isCancelled = true;
  };
}
