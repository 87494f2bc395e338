import { useCallback, useEffect, useState } from 'react';
import { keepOwnData, keptOwnData, readOwnPoints, type OwnData, type OwnPoints } from './ownData.js';

export interface OwnPointsState {
  readonly data: OwnData | null;
  readonly points: OwnPoints | null;
  /** Why there are no points, or what the reader should know besides. */
  readonly problem: string | null;
  readonly choose: (data: OwnData) => void;
}

/** A reader's own CSV file: as this browser kept it, or as chosen since. */
export function useOwnPoints(): OwnPointsState {
  const [data, setData] = useState(keptOwnData);
  const [read, setRead] = useState<Read | null>(null);
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (!data) return undefined;
    let isWanted = true;
    readOwnPoints(data).then(
      (points) => {
        if (isWanted) setRead({ data, points, problem: null });
      },
      (error: unknown) => {
        if (isWanted) setRead({ data, points: null, problem: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [data]);
  const choose = useCallback((next: OwnData) => {
    setData(next);
    setKept(keepOwnData(next));
  }, []);
  const current = read?.data === data ? read : null;
  const problem = current?.problem ?? (isKept ? null : 'This browser has no room for the file: a reload loses it.');
  return { data, points: current?.points ?? null, problem, choose };
}

interface Read {
  readonly data: OwnData;
  readonly points: OwnPoints | null;
  readonly problem: string | null;
}
