// One peer on one workload in a process of its own. Speaks JSON lines: the job comes first; then `{ ask: 'round', seconds }` is
// answered with samples, wall and CPU seconds, `{ ask: 'cost' }` with the cost over the data.
import { createInterface } from 'node:readline';
import { cases } from './cases.mjs';
import { peers } from './peers.mjs';

const lines = createInterface({ input: process.stdin });
const answer = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
// Libraries that greet on the console would break the protocol.
console.log = console.info = console.warn = (...words) => process.stderr.write(`${words.join(' ')}\n`);

let peer;
for await (const line of lines) {
  const request = JSON.parse(line);
  if (!peer) peer = await begin(request);
  else if (request.ask === 'cost') answer({ cost: peer.cost() });
  else answer(round(request.seconds));
}

async function begin({ peer: name, case: caseName }) {
  const workload = cases.find((one) => one.name === caseName);
  try {
    const made = await peers[name].prepare({ ...workload, data: workload.data() });
    answer({ ready: true, cost: made.cost(), firstTrainerMs: made.firstTrainerMs });
    return made;
  } catch (error) {
    answer({ unavailable: error.message });
    process.exit(0);
  }
}

function round(seconds) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  let samples = 0;
  let wall;
  do {
    samples += peer.train();
    wall = (performance.now() - started) / 1000;
  } while (wall < seconds);
  const { user, system } = process.cpuUsage(cpu);
  return { samples, wall, cpu: (user + system) / 1e6 };
}
