import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { buildPage, launchBrowser, servePage } from '../rendering/site.mjs';
import { cases, peers } from './cases.mjs';
import { measure } from './measure.mjs';
import { table, targets } from './report.mjs';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    case: { type: 'string', multiple: true },
    peer: { type: 'string', multiple: true },
  },
});

const rounds = Number(options.rounds);
const say = (text) => (options.json ? process.stderr : process.stdout).write(`${text}\n`);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const directory = await buildPage(fileURLToPath(new URL('./page/', import.meta.url)));
const site = await servePage(directory);
const found = new Map();
try {
  say(`A cost curve of 960 × 400 to which each frame appends 1,000 points; median of ${rounds} interleaved rounds.`);
  for (const name of options.case ?? Object.keys(cases)) {
    const wanted = (options.peer ?? Object.keys(peers)).filter((peer) => cases[name] <= peers[peer]);
    const results = new Map(wanted.map((peer) => [peer, []]));
    for (let round = 0; round < rounds; round++) {
      for (const peer of wanted) {
        const value = await measure(launchBrowser, site.address, peer, cases[name]);
        if (value === null) say(`${name}: ${peer} showed nothing in time.`);
        else results.get(peer).push(value);
      }
    }
    for (const [peer, all] of results) {
      if (all.length === 0) continue;
      const value = median(all);
      found.set(`${name} ${peer}`, value);
      const spread = value > 0 ? (Math.max(...all) - Math.min(...all)) / value : 0;
      const line = { bench: 'plot', case: name, peer, metric: 'mainThreadMs', value, spread };
      if (options.json) process.stdout.write(`${JSON.stringify(line)}\n`);
      else say(`${name} ${peer}: ${value.toFixed(2)} ms`);
    }
  }
  say(table(found));
  say(targets(found));
} finally {
  await site.close();
}
