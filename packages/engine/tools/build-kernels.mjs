// Compiles src/kernels/assembly to src/kernels/generated/binary.ts. What both languages must agree on is written by this script: the
// structs and numbers of assembly/plan.ts and the activations' numbers go to generated/structs.ts, for the TypeScript that fills
// them; the choice of an activation's code goes to assembly/generated/activations.ts.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble } from '../../../.tools/assemble.mjs';
import { activationNames, activationsText, checkFiles } from './activation-kernels.mjs';

const source = fileURLToPath(new URL('../src', import.meta.url));
const kernels = join(source, 'kernels');

const names = activationNames(readFileSync(join(source, 'core', 'activations', 'registry.ts'), 'utf8'));
checkFiles(names, readdirSync(join(kernels, 'assembly', 'activations')));
writeWhereChanged(join(kernels, 'assembly', 'generated'), 'activations.ts', activationsText(names));

await assemble(kernels, () => {
  const plan = readFileSync(join(kernels, 'assembly', 'plan.ts'), 'utf8');
  writeFileSync(join(kernels, 'generated', 'structs.ts'), structsText(plan, names));
});

/** Several builds may run at once: a file that is right already is left alone. */
function writeWhereChanged(folder, name, text) {
  try {
    if (readFileSync(join(folder, name), 'utf8') === text) return;
  } catch {
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(join(folder, name), text);
}

/** Each `export class` of plan.ts as an object of its fields' types, its numbers, and the activations' numbers. */
function structsText(plan, activations) {
  const structs = [...plan.matchAll(/export class (\w+) \{\n([\s\S]*?)\n\}/g)].map(([, name, body]) => {
    const fields = [...body.matchAll(/^ {2}(\w+): (i32|f32|f64|usize)$/gm)];
    const lines = fields.map(([, field, type]) => `  ${field}: '${type === 'usize' ? 'i32' : type}',`);
    return `export const ${name.toLowerCase()}Fields = {\n${lines.join('\n')}\n} as const`;
  });
  const numbers = [...plan.matchAll(/export const (\w+) = (\d+)/g)].map(
    ([, name, value]) => `export const ${name} = ${value}`,
  );
  const ids = `export const activationIds = { ${activations.map((name, id) => `${name}: ${id}`).join(', ')} } as const`;
  return `// Written by tools/build-kernels.mjs\n\n${[...structs, numbers.join('\n'), ids].join('\n\n')}\n`;
}
