'use client';
import { createContext, type Context } from 'react';
import { warn } from './warn.js';

/** A context of one version of this package and one React. */
interface Entry {
  readonly version: string;
  readonly react: unknown;
  readonly context: Context<unknown>;
}

/**
 * The context that every compatible copy of this package on the page shares: bundlers sometimes include two. Incompatible
 * versions get separate contexts, and a warning in development.
 *
 * @param version The version of this copy. Compatible: the same major version, or below 1 the same minor version.
 */
export function sharedContext<T>(name: string, version: string): Context<T | null> {
  const entries = entriesOf(name);
  // Copies of React do not understand each other's contexts while they render, so each has its own.
  const ofThisReact = entries.filter(({ react }) => react === createContext);
  const known = ofThisReact.find((entry) => compatibleRange(entry.version) === compatibleRange(version));
  if (known) return known.context as Context<T | null>;
  const context = createContext<T | null>(null);
  entries.push({ version, react: createContext, context: context as Context<unknown> });
  if (ofThisReact.length > 0) {
    const versions = [...ofThisReact.map((entry) => entry.version), version].join(' and ');
    warn(
      `expected one version of @neuroglow/engine on the page, got ${versions}: components of one do not see the ` +
        'sources of the other. Install one version; `npm ls @neuroglow/engine` shows who brings which.',
    );
  }
  return context;
}

function entriesOf(name: string): Entry[] {
  const registry = globalThis as Record<symbol, Entry[] | undefined>;
  return (registry[Symbol.for(`@neuroglow/engine ${name}`)] ??= []);
}

/** '0.3.1' → '0.3', '2.3.1' → '2' */
function compatibleRange(version: string): string {
  const [major, minor] = version.split('.');
  return major === '0' ? `0.${minor ?? ''}` : (major ?? '');
}
