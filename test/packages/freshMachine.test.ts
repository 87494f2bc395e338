import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every module that the first one loads before it runs, and what each imports by name. */
function staticImports(file: string, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(file)) return seen;
  const imports = /^(?:import|export)\b[^;'"=(]*\bfrom '([^']+)'|^import '([^']+)'/gm;
  const specifiers = [...readFileSync(file, 'utf8').matchAll(imports)].map((match) => match[1] ?? match[2]!);
  seen.set(
    relative(root, file),
    specifiers.filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:')),
  );
  for (const specifier of specifiers.filter((name) => name.startsWith('.')))
    if (!seen.has(relative(root, resolve(dirname(file), specifier))))
      staticImports(resolve(dirname(file), specifier), seen);
  return seen;
}

it('starts every command on a machine where nothing is installed yet: what it loads first comes with Node', () => {
  const modules = staticImports(resolve(root, '.tools/run.mjs'));
  expect(modules.size).toBeGreaterThan(5);
  expect([...modules].filter(([, packages]) => packages.length > 0)).toEqual([]);
});
