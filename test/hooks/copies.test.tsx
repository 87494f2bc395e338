import type * as engine from '@neuroglow/engine';
import { render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ManualSource } from './manualSource.js';

type Engine = typeof engine;
const versionModule = '../../packages/engine/src/core/version.js';

/** Loads the engine once more, as a bundler does that finds a second copy of it. */
async function copyOfEngine(version: string): Promise<Engine> {
  vi.resetModules();
  vi.doMock(versionModule, () => ({ version }));
  return import('@neuroglow/engine');
}

/** Whether a hook of one copy finds the source of a provider of another. */
function isShared(one: Engine, other: Engine): boolean {
  const source = new ManualSource();
  const found: unknown[] = [];
  function Reader(): null {
    found.push(other.useSource());
    return null;
  }
  render(
    <one.NeuroglowProvider source={source}>
      <Reader />
    </one.NeuroglowProvider>,
  );
  return found.every((each) => each === source);
}

let warnings: string[];
beforeEach(() => {
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((message: string) => void warnings.push(message));
});
afterEach(() => {
  vi.doUnmock(versionModule);
  vi.unstubAllEnvs();
});

describe('two copies of the engine on one page', () => {
  it.each([
    ['900.1.0', '900.1.0'],
    ['900.1.0', '900.4.2'],
    ['0.901.0', '0.901.7'],
  ])('%s and %s share providers', async (first, second) => {
    const [one, other] = [await copyOfEngine(first), await copyOfEngine(second)];
    expect(one.NeuroglowProvider).not.toBe(other.NeuroglowProvider);
    expect(isShared(one, other)).toBe(true);
    expect(isShared(other, one)).toBe(true);
  });

  it.each([
    ['902.0.0', '903.0.0'],
    ['0.904.0', '0.905.0'],
  ])('%s and %s do not, and the developer sees both versions', async (first, second) => {
    const [one, other] = [await copyOfEngine(first), await copyOfEngine(second)];
    expect(isShared(one, other)).toBe(false);
    expect(warnings.filter((text) => text.includes(first) && text.includes(second))).toHaveLength(1);
    expect(warnings.at(-1)).toMatch(/npm ls @neuroglow\/engine/);
  });

  it('in production, nothing is written to the console', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await copyOfEngine('906.0.0');
    await copyOfEngine('907.0.0');
    expect(warnings).toEqual([]);
  });
});
