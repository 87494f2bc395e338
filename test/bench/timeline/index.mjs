// How long it takes to look at a step of the past, what recording costs, and whether every step has the bits of a straight run.
//   npm run bench -- timeline [--case NAME] [--seeks 1000] [--rounds 3] [--json]
import {
  createTraining,
  createRun,
  createCoreTrainer,
  createKernelTrainer,
  loadKernels,
} from '../../../packages/engine/dist/headless.js';
import { straightCosts } from './straight.mjs';
import { cases } from './cases.mjs';

const option = (name, byDefault) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? byDefault : process.argv[index + 1];
};
const only = option('case', null);
const seeks = Number(option('seeks', '1000'));
const rounds = Number(option('rounds', '3'));
const asJson = process.argv.includes('--json');

const report = (name, metric, value) => {
  if (asJson) console.log(JSON.stringify({ bench: 'timeline', case: name, peer: 'neuroglow', metric, value }));
  else console.log(`${name.padEnd(22)} ${metric.padEnd(20)} ${Number(value.toPrecision(3))}`);
};

await loadKernels();
for (const { name, options, steps, change } of cases) {
  if (only === null || only === name) await measure(name, options(), steps, change);
}

async function measure(name, options, steps, change) {
  const session = createTraining({ ...options, worker: false });
  await train(session, steps, change);
  const { keyframes, bytes } = session.timeline.getSnapshot();
  report(name, 'keyframes', keyframes);
  report(name, 'memoryMB', bytes / 2 ** 20);

  const wanted = Array.from({ length: seeks }, randomBelow(steps + 1));
  const straight = await straightCosts(options, session.journal, wanted, {
    createRun,
    createCoreTrainer,
    createKernelTrainer,
  });
  const times = [];
  for (const step of wanted) {
    const begun = performance.now();
    const { parameters } = await session.read({ kind: 'parameters' }, { at: step });
    times.push(performance.now() - begun);
    const { run } = await session.saveState({ at: step, data: false });
    straight.check(step, parameters, run);
  }
  times.sort((one, other) => one - other);
  report(name, 'seekMsMedian', times[Math.floor(times.length / 2)]);
  report(name, 'seekMsP95', times[Math.floor(times.length * 0.95)]);

  // A neighbouring step, as when a cursor is dragged.
  const near = [];
  for (let i = 0; i < Math.min(200, seeks); i++) {
    const step = Math.min(steps, Math.floor(steps / 3) + (i < 100 ? i : 200 - i));
    const begun = performance.now();
    await session.read({ kind: 'parameters' }, { at: step });
    near.push(performance.now() - begun);
  }
  near.sort((one, other) => one - other);
  report(name, 'neighbourMsMedian', near[Math.floor(near.length / 2)]);
  report(name, 'neighbourMsP95', near[Math.floor(near.length * 0.95)]);
  session.dispose();

  // The best of several rounds each, in turn, so that a busy machine troubles both alike.
  const best = { with: Infinity, without: Infinity };
  for (let round = 0; round < rounds; round++) {
    best.without = Math.min(best.without, await timeOf({ ...options, timeline: false }, steps, change));
    best.with = Math.min(best.with, await timeOf(options, steps, change));
  }
  report(name, 'recordingOverhead', best.with / best.without - 1);
}

/** Processor time, which a busy machine troubles less than the clock on the wall. */
async function timeOf(options, steps, change) {
  const session = createTraining({ ...options, worker: false });
  const begun = process.cpuUsage();
  await train(session, steps, change);
  const { user, system } = process.cpuUsage(begun);
  session.dispose();
  return (user + system) / 1000;
}

/** So many steps, with ten changes by hand on the way. */
async function train(session, steps, change) {
  for (let entry = 1; entry <= 10; entry++) {
    await session.step(Math.floor((steps * entry) / 11) - session.getSnapshot().step);
    await change(session, entry);
  }
  await session.step(steps - session.getSnapshot().step);
}

/** Whole numbers below a bound, the same each time (Numerical Recipes' generator). */
function randomBelow(bound) {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
