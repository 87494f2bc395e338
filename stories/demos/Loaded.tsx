import { useEffect, useState, type ReactElement } from 'react';

export interface LoadedProps<T> {
  readonly load: () => Promise<T>;
  readonly children: (data: T) => ReactElement;
}

/** Shows its children once the data are there, and says so where they are not to be had. `load` has to be the same function each time. */
export function Loaded<T>({ load, children }: LoadedProps<T>): ReactElement {
  const [outcome, setOutcome] = useState<{ readonly data: T } | { readonly error: unknown } | null>(null);
  useEffect(() => {
    let wanted = true;
    load().then(
      (data) => {
        if (wanted) setOutcome({ data });
      },
      (error: unknown) => {
        if (wanted) setOutcome({ error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  if (outcome === null) return <p role="status">Loading the images …</p>;
  if ('error' in outcome) return <p role="alert">{String(outcome.error)}</p>;
  return children(outcome.data);
}
