import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'neuroglow-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('the Node example learns XOR and reads its weights back', async () => {
  const path = join(folder, 'xor.json');
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'node-example.mjs', path]);
  const example = new URL('../node-example.mjs', import.meta.url);
  const { answers } = (await import(example.href)) as { answers: Float32Array };
  expect(Array.from(answers, Math.round)).toEqual([0, 1, 1, 0]);
  expect(Math.max(...Array.from(answers, (answer) => Math.abs(answer - Math.round(answer))))).toBeLessThan(0.1);
  const lines = readFileSync(example, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('//'));
  expect(lines.length).toBeLessThanOrEqual(15);
});

it('is the example that the package shows', () => {
  const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
  expect(read('../../../packages/engine/README.md')).toContain(read('../node-example.mjs').trim());
});
