import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './packed.js';

it('the lockfile names no registry and no address, so that it installs from whichever one a machine uses', () => {
  const lines = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8').split('\n');
  expect(lines.filter((line) => line.includes('://'))).toEqual([]);
});
