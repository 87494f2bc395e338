import { serialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { loadKernels, type Dataset } from '@neuroglow/engine/core';
import { cases, dataOf, type Case } from './cases.js';
import { record } from './record.js';
import { summarize } from './summarize.js';

/** One run, asked for by the name of its case and its seed. `steps` may be fewer than the case's. */
export interface Job {
  readonly name: string;
  readonly steps: number;
  readonly seed: number;
}

const { root } = workerData as { readonly root: string };
const data = new Map<Case['data'], Dataset>();
await loadKernels();

parentPort!.on('message', (job: Job) => {
  void answer(job);
});

async function answer({ name, steps, seed }: Job): Promise<void> {
  const study = { ...cases.find((one) => one.name === name)!, steps };
  const known = data.get(study.data) ?? (await dataOf(study.data, root));
  data.set(study.data, known);
  const { switches: _, ...summary } = summarize(study, record(study, known, seed), seed);
  parentPort!.postMessage(serialize(summary));
}
