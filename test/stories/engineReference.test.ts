import * as engine from '@neuroglow/engine';
import { describe, expect, it } from 'vitest';
import { readApi } from '../../.storybook/apiReference.js';
import { hookNames } from '../../stories/docs/hooks/hookNames.js';
import { engineTopics } from '../../stories/docs/reference/engineTopics.js';

const exported = Object.keys(engine).toSorted();
const listed = Object.values(engineTopics).flat();

describe('the engine’s reference', () => {
  it('lists every public function once, by topic', () => {
    expect(listed.toSorted()).toEqual(exported.filter((name) => !/^use[A-Z]/.test(name)));
  });

  it('has a page for every hook', () => {
    expect([...hookNames].toSorted()).toEqual(exported.filter((name) => /^use[A-Z]/.test(name)));
  });

  it('finds every declaration in the sources, with a signature and a description', () => {
    const entries = readApi();
    expect(entries.map(({ name }) => name).toSorted()).toEqual(exported);
    for (const { name, overloads } of entries) {
      for (const { signature } of overloads) expect(signature, name).toContain(name);
      expect(overloads[0]?.description, `${name} has no comment`).not.toBe('');
    }
  });

  it('reads overloads as callers see them', () => {
    const hook = readApi().find(({ name }) => name === 'useMetrics');
    expect(hook?.overloads.map(({ signature }) => signature.split("'")[1])).toEqual([
      'layerStatistics',
      'confusionMatrix',
      'gradientNorms',
    ]);
  });
});
