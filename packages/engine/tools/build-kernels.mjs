// Compiles src/kernels/assembly to src/kernels/generated/binary.ts, and writes the structs and numbers of assembly/plan.ts, for the
// TypeScript that fills them, to generated/structs.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble } from '../../../.tools/assemble.mjs';

const kernels = fileURLToPath(new URL('../src/kernels', import.meta.url));

await assemble(kernels, () => {
  const plan = readFileSync(join(kernels, 'assembly', 'plan.ts'), 'utf8');
  writeFileSync(join(kernels, 'generated', 'structs.ts'), structsText(plan));
});

/** Each `export class` of plan.ts as an object of its fields' types, and its numbers. */
function structsText(plan) {
  const structs = [...plan.matchAll(/export class (\w+) \{\n([\s\S]*?)\n\}/g)].map(([, name, body]) => {
    const fields = [...body.matchAll(/^ {2}(\w+): (i32|f32|f64|usize)$/gm)];
    const lines = fields.map(([, field, type]) => `  ${field}: '${type === 'usize' ? 'i32' : type}',`);
    return `export const ${name.toLowerCase()}Fields = {\n${lines.join('\n')}\n} as const`;
  });
  const numbers = [...plan.matchAll(/export const (\w+) = (\d+)/g)].map(
    ([, name, value]) => `export const ${name} = ${value}`,
  );
  return `// Written by tools/build-kernels.mjs from assembly/plan.ts\n\n${[...structs, numbers.join('\n')].join('\n\n')}\n`;
}
