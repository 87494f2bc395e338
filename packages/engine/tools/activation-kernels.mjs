// The choice of an activation's SIMD code, generated from the registry in core/activations, so that the two cannot disagree.

/** The names in the registry, in its order. */
export function activationNames(registry) {
  const list = /const names = \[([^\]]*)\] as const/.exec(registry)?.[1] ?? '';
  const names = list
    .split(',')
    .map((name) => name.trim().replace(/^'(.*)'$/, '$1'))
    .filter((name) => name !== '');
  if (names.length === 0 || names.some((name) => !/^\w+$/.test(name))) {
    throw new Error('core/activations/registry.ts: expected a list of plain names, const names = […] as const.');
  }
  return names;
}

/** Throws unless each function of the registry has a file of its own in assembly/activations, and each file a function. */
export function checkFiles(names, files) {
  for (const name of names) {
    if (!files.includes(`${name}.ts`)) {
      throw new Error(
        `kernels: "${name}" of core/activations/registry.ts has no kernel; write src/kernels/assembly/activations/${name}.ts with activate and differentiate.`,
      );
    }
  }
  for (const file of files) {
    if (!names.includes(file.replace(/\.ts$/, ''))) {
      throw new Error(
        `kernels: assembly/activations/${file} belongs to no function of core/activations/registry.ts; add it there or remove the file.`,
      );
    }
  }
}

/** AssemblyScript that calls the code of a layer's activation by its number, and traps on a number that stands for none. */
export function activationsText(names) {
  const choose = (what) => `export function ${what}(plan: Plan, layer: Layer, rows: i32): void {
  switch (layer.activation) {
${names.map((name, id) => `    case ${id}: ${name}.${what}(plan, layer, rows); break`).join('\n')}
    default: unreachable()
  }
}`;
  return `// Written by tools/build-kernels.mjs from core/activations/registry.ts.
${names.map((name) => `import * as ${name} from '../activations/${name}'`).join('\n')}
import { Layer, Plan } from '../plan'

/** a ← f(z) */
${choose('activate')}

/** δ ← δ·f′, and ∂C/∂b. */
${choose('differentiate')}
`;
}
