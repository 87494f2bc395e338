export interface Timer {
  cancel(): void;
}

/** Runs a task once, later. Does not keep a Node process alive. */
export function startTimer(milliseconds: number, task: () => void): Timer {
  // A number in browsers, an object in Node.
  const handle = setTimeout(task, milliseconds) as unknown as number | { unref?: () => void };
  if (typeof handle === 'object') handle.unref?.();
  return { cancel: () => clearTimeout(handle as number) };
}
