/** Calls somebody's callback. What it throws is theirs: it is reported as uncaught, and nobody else misses their turn for it. */
export function tell(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** The same, once the present task is done, unless it is called off before. */
export function tellSoon(callback: () => void): () => void {
  let isOff = false;
  queueMicrotask(() => {
    if (!isOff) tell(callback);
  });
  return () => {
    isOff = true;
  };
}
