import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findPython } from './findPython.mjs';
import { peers } from './peers.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Starts a peer on a workload; gives something to ask, or the reason why it is not here. `folder` is for what Python reads. */
export async function startPeer(name, workload, folder) {
  const { python } = peers[name];
  const command = python
    ? [findPython(python), [join(here, 'peers', 'python.py')]]
    : [process.execPath, [join(here, 'peerProcess.mjs')]];
  const child = spawn(...command, { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise((resolve) => {
    child.on('error', (error) => resolve({ unavailable: error.message }));
  });
  const ask = async (message) => {
    child.stdin.write(`${JSON.stringify(message)}\n`);
    const said = await Promise.race([lines.next(), failed]);
    if ('unavailable' in said) return said;
    return said.done ? { unavailable: 'the process ended' } : JSON.parse(said.value);
  };
  child.stdin.on('error', () => {});
  const first = await ask(python ? pythonJob(name, workload, folder) : { peer: name, case: workload.name });
  if (first.unavailable) child.kill();
  const { cost, unavailable, firstTrainerMs } = first;
  return { name, ask, stop: () => child.kill(), cost, unavailable, firstTrainerMs };
}

function pythonJob(peer, { data, ...workload }, folder) {
  const file = join(folder, `${workload.name}.f32`);
  writeFileSync(file, new Uint8Array(new Float32Array([...data.inputs, ...data.targets]).buffer));
  return { peer, ...workload, rows: data.rows, file };
}
