import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds of rest before the address changes: browsers refuse pages that change it many times per second. */
const rest = 250;

/**
 * A piece of text that lives in the page's address (#name=value): it survives a reload, and a link carries it. The default is not written.
 * The address is replaced, not added to the history: Back leaves the page, as a reader expects.
 */
export function useUrlState(name: string, byDefault: string): readonly [string, (value: string) => void] {
  const [value, setValue] = useState(() => read(name) ?? byDefault);
  const inAddress = useRef(value);
  useEffect(() => {
    const follow = (): void => {
      const next = read(name) ?? byDefault;
      // Other pieces of state change the address too: only another value of this one is news.
      if (next === inAddress.current) return;
      inAddress.current = next;
      setValue(next);
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, [name, byDefault]);
  useEffect(() => {
    if (value === inAddress.current) return undefined;
    const timer = setTimeout(() => {
      inAddress.current = value;
      write(name, value === byDefault ? null : value);
    }, rest);
    return () => {
      clearTimeout(timer);
    };
  }, [name, value, byDefault]);
  return [value, setValue];
}

/** The same for a whole number in [low, high]; anything else in the address counts as the default. */
export function useUrlNumber(
  name: string,
  byDefault: number,
  low: number,
  high: number,
): readonly [number, (value: number) => void] {
  const [text, setText] = useUrlState(name, String(byDefault));
  const number = Number(text);
  const setNumber = useCallback(
    (next: number) => {
      setText(String(next));
    },
    [setText],
  );
  return [Number.isInteger(number) && number >= low && number <= high ? number : byDefault, setNumber];
}

function read(name: string): string | null {
  return typeof location === 'undefined' ? null : new URLSearchParams(location.hash.slice(1)).get(name);
}

function write(name: string, value: string | null): void {
  const state = new URLSearchParams(location.hash.slice(1));
  if (value === null) state.delete(name);
  else state.set(name, value);
  location.replace(`#${state.toString()}`);
}
