import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './packed.js';

it.each(['pnpm-lock.yaml', 'test/bench/peers/pnpm-lock.yaml', 'test/packages/hosts/pnpm-lock.yaml'])(
  '%s names no registry and no address, so that it installs from whichever one a machine uses',
  (file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    expect(lines.filter((line) => line.includes('://'))).toEqual([]);
  },
);
