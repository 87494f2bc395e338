import { useState } from 'react';

/** Runs commands and keeps what the last one that failed had to say, in a sentence. */
export function useCommand(): readonly [problem: string | null, run: (command: () => Promise<unknown>) => void] {
  const [problem, setProblem] = useState<string | null>(null);
  const run = (command: () => Promise<unknown>): void => {
    // Through a promise, so that a command that throws at once is reported like one that is refused later.
    Promise.resolve()
      .then(command)
      .then(
        () => setProblem(null),
        (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
      );
  };
  return [problem, run];
}
