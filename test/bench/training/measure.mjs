import { startPeer } from './children.mjs';

/**
 * Measures peers on one workload: all are started and warmed up, each is made to prove that it learns, then rounds are
 * interleaved, so that what else the machine does falls on everyone. Speeds are medians of the rounds; spread is the
 * interquartile range over the median.
 */
export async function measure(names, workload, { rounds, seconds, folder, note }) {
  const running = [];
  try {
    for (const name of names) {
      const peer = await startPeer(name, workload, folder);
      if (peer.unavailable) {
        note(`${workload.name}: ${name} left out: ${peer.unavailable}`);
        continue;
      }
      running.push(peer);
      if (peer.firstTrainerMs) note(`${workload.name}: first trainer ready in ${peer.firstTrainerMs.toFixed(1)} ms`);
      await peer.ask({ ask: 'round', seconds: 3 * seconds });
    }
    const taken = new Map(running.map((peer) => [peer, []]));
    for (let round = 0; round < rounds; round++) {
      for (const peer of running) taken.get(peer).push(await peer.ask({ ask: 'round', seconds }));
    }
    const results = [];
    for (const peer of running) {
      const { cost } = await peer.ask({ ask: 'cost' });
      if (cost < peer.cost) results.push(summary(peer.name, taken.get(peer), peer.cost, cost));
      else note(`${workload.name}: ${peer.name} left out: it did not learn (cost ${peer.cost} to ${cost})`);
    }
    return results;
  } finally {
    for (const peer of running) peer.stop();
  }
}

function summary(peer, rounds, costBefore, costAfter) {
  const speeds = rounds.map(({ samples, wall }) => samples / wall);
  return {
    peer,
    value: quantile(speeds, 0.5),
    spread: (quantile(speeds, 0.75) - quantile(speeds, 0.25)) / quantile(speeds, 0.5),
    perCpuSecond: quantile(
      rounds.map(({ samples, cpu }) => samples / cpu),
      0.5,
    ),
    costBefore,
    costAfter,
  };
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
