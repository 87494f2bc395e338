import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { analyse, type CaseResult } from './analyse.js';
import { cases, type Case } from './cases.js';
import { exampleOf } from './example.js';
import { report } from './report.js';
import { studyFile } from './studyFile.js';
import type { RunSummary } from './summary.js';
import type { Job } from './worker.js';

/** Part of every cached run's name: raise it when the recording or the detectors change. */
const revision = 2;

interface Options {
  readonly json: boolean;
  readonly quick: boolean;
  readonly network: string | null;
  readonly seeds: number | null;
  readonly workers: number;
}

const usage =
  'npm run study -- firing [--json] [--network NAME] [--seeds N] [--quick] [--workers N]\n' +
  `networks: ${[...new Set(cases.map(({ network }) => network))].join(', ')}`;

function readOptions(args: readonly string[]): Options {
  const rest = [...args];
  const flag = (name: string): boolean => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  };
  const value = (name: string): string | null => {
    const at = rest.indexOf(name);
    return at < 0 ? null : (rest.splice(at, 2)[1] ?? '');
  };
  const count = (name: string): number | null => {
    const given = value(name);
    if (given === null) return null;
    if (!/^[1-9]\d*$/.test(given)) throw new Error(`${name}: expected a whole number ≥ 1, got ${given}.\n${usage}`);
    return Number(given);
  };
  const options = { json: flag('--json'), quick: flag('--quick'), network: value('--network') };
  const seeds = count('--seeds');
  const workers = count('--workers') ?? 2;
  const isKnown = options.network === null || cases.some(({ network }) => network === options.network);
  if (rest.length > 0 || !isKnown) throw new Error(`${rest[0] ?? options.network ?? ''} is unknown.\n${usage}`);
  return { ...options, seeds, workers };
}

/** The cases to run. In quick mode the main ones only, with few seeds. */
function chosen({ quick, network, seeds }: Options): Case[] {
  return cases
    .filter((study) => network === null || study.network === network)
    .filter((study) => !quick || study.varies === undefined)
    .map((study) => ({ ...study, seeds: seeds ?? (quick ? (study.network === 'xor' ? 24 : 3) : study.seeds) }));
}

/** The folder in which a case's runs are kept; another case, or another revision, has another. */
function folderOf(cache: string, { seeds: _, ...study }: Case): string {
  const hash = createHash('sha256')
    .update(`${revision} ${JSON.stringify(study)}`)
    .digest('hex')
    .slice(0, 12);
  return join(cache, `${study.name.replaceAll(/[^a-z0-9]+/g, '-')}-${hash}`);
}

function readCached(path: string): RunSummary | null {
  try {
    return deserialize(readFileSync(path)) as RunSummary;
  } catch {
    return null;
  }
}

interface Task {
  readonly job: Job;
  readonly path: string;
  readonly at: number;
  readonly study: number;
}

/** Makes the runs that are not kept yet; says how far it is on stderr. */
async function makeRuns(studies: readonly Case[], { workers }: Options, root: string): Promise<RunSummary[][]> {
  const cache = join(root, 'node_modules', '.cache', 'neuroglow', 'study', 'firing');
  const results: RunSummary[][] = studies.map(() => []);
  const tasks: Task[] = [];
  studies.forEach((study, index) => {
    const folder = folderOf(cache, study);
    mkdirSync(folder, { recursive: true });
    for (let seed = 1; seed <= study.seeds; seed++) {
      const path = join(folder, `${seed}.bin`);
      const kept = readCached(path);
      if (kept !== null) results[index]![seed - 1] = kept;
      else tasks.push({ job: { name: study.name, steps: study.steps, seed }, path, at: seed - 1, study: index });
    }
  });
  const total = tasks.length;
  const began = performance.now();
  let done = 0;
  const progress = (name: string): void => {
    if (total === 0) return;
    const width = 24;
    const bar = '█'.repeat(Math.round((width * done) / total)).padEnd(width, '·');
    const left =
      done === 0 ? '' : `, ${Math.ceil(((performance.now() - began) / 1000 / done) * (total - done))} s left`;
    const line = `${bar} ${done} of ${total} runs${left} · ${name}`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}\u001B[K`);
    else if (done === total || done % Math.ceil(total / 20) === 0) process.stderr.write(`${line}\n`);
  };
  const next = tasks[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: Math.min(workers, total) }, async () => {
      const worker = new Worker(join(import.meta.dirname, 'worker.js'), { workerData: { root } });
      try {
        for (const task of next) {
          const bytes = await ask(worker, task.job);
          // Written whole or not at all: a study that is interrupted goes on from here.
          writeFileSync(`${task.path}.part`, bytes);
          renameSync(`${task.path}.part`, task.path);
          results[task.study]![task.at] = deserialize(bytes) as RunSummary;
          done++;
          progress(task.job.name);
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
  if (process.stderr.isTTY && total > 0) process.stderr.write('\n');
  return results;
}

function ask(worker: Worker, job: Job): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', answered);
      worker.off('error', failed);
    };
    const answered = (bytes: Uint8Array): void => {
      settle();
      resolve(bytes);
    };
    const failed = (error: Error): void => {
      settle();
      reject(error);
    };
    worker.on('message', answered);
    worker.on('error', failed);
    worker.postMessage(job);
  });
}

export async function study(args: readonly string[], root: string): Promise<void> {
  const options = readOptions(args);
  const studies = chosen(options);
  const runs = await makeRuns(studies, options, root);
  const results: CaseResult[] = [];
  for (const [i, one] of studies.entries()) {
    process.stderr.write(`${one.name}: statistics of ${runs[i]!.length} runs\n`);
    results.push(analyse(one, runs[i]!));
  }
  const { version } = JSON.parse(readFileSync(join(root, 'packages', 'engine', 'package.json'), 'utf8')) as {
    version: string;
  };
  const isWhole = !options.quick && options.network === null && options.seeds === null;
  const made = { command: ['npm run study --', 'firing', ...args].join(' '), engine: version, revision };
  if (isWhole) {
    const path = join(root, 'stories', 'data', 'firing-study.json');
    writeFileSync(path, studyFile(made, results, await exampleOf(root)));
    process.stderr.write(`written: stories/data/firing-study.json\n`);
  }
  process.stdout.write(
    options.json ? results.map((result) => `${JSON.stringify(result)}\n`).join('') : report(results),
  );
}

const [root, name, ...args] = process.argv.slice(2);
if (name !== 'firing') throw new Error(usage);
try {
  await study(args, root!);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
