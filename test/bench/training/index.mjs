// npm run bench -- training [--case NAME] [--peer NAME] [--rounds N] [--seconds S] [--json] [--chromium]
// Samples trained a second by the engine's kernels and by everyone else, on the seven workloads.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cases, shareOfZeros } from './cases.mjs';
import { measureChromium } from './chromium.mjs';
import { measure } from './measure.mjs';
import { peers } from './peers.mjs';
import { reportTargets, table } from './report.mjs';

const { values: options } = parseArgs({
  options: {
    case: { type: 'string', multiple: true, default: [] },
    peer: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '0.25' },
    json: { type: 'boolean', default: false },
    chromium: { type: 'boolean', default: false },
  },
});

const chosen = choose(
  'case',
  cases.map(({ name }) => name),
  options.case,
);
const names = choose('peer', Object.keys(peers), options.peer.length ? ['neuroglow', ...options.peer] : []);
const folder = mkdtempSync(join(tmpdir(), 'neuroglow-bench-'));
const results = new Map();
try {
  for (const workload of cases.filter(({ name }) => chosen.includes(name))) {
    const filled = { ...workload, data: workload.data() };
    const settings = { rounds: Number(options.rounds), seconds: Number(options.seconds), folder, note: say };
    const measured = options.chromium
      ? await measureChromium(filled, settings)
      : await measure(namesFor(filled), filled, settings);
    results.set(workload.name, measured);
    if (options.json) printLines(workload.name, measured);
    else say(table(filled, measured));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (!options.json && !options.chromium) say(reportTargets(results));

function choose(what, all, wanted) {
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length) {
    console.error(`--${what}: expected one of ${all.join(', ')}, got ${unknown.join(', ')}`);
    process.exit(1);
  }
  return wanted.length ? all.filter((name) => wanted.includes(name)) : all;
}

/** Where nothing is skipped, dense is the same again. */
function namesFor({ data, layers }) {
  const skips = layers[0] >= 32 && shareOfZeros(data.inputs) > 0.5;
  return names.filter((name) => name !== 'neuroglow-dense' || skips);
}

function printLines(name, measured) {
  for (const { peer, value, spread, perCpuSecond } of measured) {
    const line = { bench: 'training', case: name, peer, metric: 'samplesPerSecond', value, spread };
    console.log(JSON.stringify(line));
    if (perCpuSecond) console.log(JSON.stringify({ ...line, metric: 'samplesPerCpuSecond', value: perCpuSecond }));
  }
}

/** People read on stdout, programs read JSON there and nothing else. */
function say(text) {
  (options.json ? process.stderr : process.stdout).write(`${text}\n`);
}
