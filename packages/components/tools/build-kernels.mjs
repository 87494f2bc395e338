// Compiles src/drawing/kernels/assembly to src/drawing/kernels/generated/binary.ts.
import { fileURLToPath } from 'node:url';
import { assemble } from '../../../.tools/assemble.mjs';

await assemble(fileURLToPath(new URL('../src/drawing/kernels', import.meta.url)));
