import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

/** false on a server and while hydrating, true from then on: for what a server must not write, such as style attributes. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
