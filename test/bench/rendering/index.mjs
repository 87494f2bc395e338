import { parseArgs } from 'node:util';
import { cases, connectionsOf, metrics, peers } from './cases.mjs';
import { measure } from './measure.mjs';
import { buildPage, launchBrowser, servePage } from './site.mjs';
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

const directory = await buildPage();
const site = await servePage(directory);
try {
  say(
    `Drawing whole networks at 960 × 600, every value changing in every frame; median of ${rounds} interleaved rounds.`,
  );
  for (const name of options.case ?? cases) {
    const wanted = Object.keys(peers).filter(
      (peer) => connectionsOf(name) <= peers[peer].most && (options.peer ?? Object.keys(peers)).includes(peer),
    );
    const found = new Map(wanted.map((peer) => [peer, []]));
    for (let round = 0; round < rounds; round++) {
      // Interleaved, so that a busy minute of the machine falls on everybody.
      for (const peer of wanted) {
        const result = await measure(launchBrowser, site.address, peer, name);
        if (result) found.get(peer).push(result);
        else say(`${name}: ${peer} showed nothing in time, so it is missing below.`);
      }
    }
    const measured = [...found].flatMap(([peer, results]) => {
      if (results.length === 0) return [];
      const values = Object.fromEntries(
        metrics.map((metric) => [metric, median(results.map((result) => result[metric]))]),
      );
      return [{ peer, values, results }];
    });
    if (options.json) {
      for (const { peer, values, results } of measured) {
        for (const metric of metrics) {
          const all = results.map((result) => result[metric]);
          const spread = values[metric] ? (Math.max(...all) - Math.min(...all)) / values[metric] : 0;
          process.stdout.write(
            `${JSON.stringify({ bench: 'rendering', case: name, peer, metric, value: values[metric], spread })}\n`,
          );
        }
      }
    }
    say(table(name, measured));
    say(targets(name, measured));
  }
} finally {
  await site.close();
}
