import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { measure } from '../rendering/measure.mjs';
import { buildPage, launchBrowser, servePage } from '../rendering/site.mjs';
import { cases, draws, metrics, peers } from './cases.mjs';
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
try {
  say(`Heat maps at 960 × 600, every value new in every frame; median of ${rounds} interleaved rounds.`);
  for (const name of options.case ?? Object.keys(cases)) {
    const wanted = peers.filter((peer) => draws(peer, name) && (options.peer ?? peers).includes(peer));
    const found = new Map(wanted.map((peer) => [peer, []]));
    for (let round = 0; round < rounds; round++) {
      // Interleaved, so that a busy minute of the machine falls on everybody.
      for (const peer of wanted) {
        const result = await measure(launchBrowser, site.address, peer, name, cases[name]);
        if (result) found.get(peer).push({ ...result, cpuMs: result.totalCpuMs });
        else say(`${name}: ${peer} showed nothing in time, so it is missing below.`);
      }
    }
    const measured = [...found].flatMap(([peer, results]) => {
      if (results.length === 0) return [];
      const known = metrics.filter((metric) => Number.isFinite(results[0][metric]));
      return [
        {
          peer,
          results,
          values: Object.fromEntries(known.map((metric) => [metric, median(results.map((result) => result[metric]))])),
        },
      ];
    });
    if (options.json) {
      for (const { peer, values, results } of measured) {
        for (const [metric, value] of Object.entries(values)) {
          const all = results.map((result) => result[metric]);
          const spread = value ? (Math.max(...all) - Math.min(...all)) / value : 0;
          process.stdout.write(`${JSON.stringify({ bench: 'heatmap', case: name, peer, metric, value, spread })}\n`);
        }
      }
    }
    say(table(name, measured));
    say(targets(name, measured));
  }
} finally {
  await site.close();
}
