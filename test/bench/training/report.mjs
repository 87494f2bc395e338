import { shareOfZeros, targets } from './cases.mjs';
import { peers } from './peers.mjs';

/** One workload's figures, fastest first, with what ours is to each. */
export function table({ name, layers, batchSize, data }, measured) {
  const zeros = shareOfZeros(data.inputs);
  const ours = measured.find(({ peer }) => peer === 'neuroglow');
  const rows = [...measured]
    .sort((a, b) => b.value - a.value)
    .map(({ peer, value, spread, perCpuSecond }) =>
      [
        peer.padEnd(28),
        `${format(value)}/s`.padStart(10),
        `± ${(50 * spread).toFixed(0)} %`.padStart(8),
        (perCpuSecond ? `${format(perCpuSecond)}/CPU s` : '').padStart(14),
        (ours ? `× ${ratio(ours.value / value)}` : '').padStart(10),
        (ours?.perCpuSecond && perCpuSecond ? `(${ratio(ours.perCpuSecond / perCpuSecond)} by CPU time)` : '').padStart(
          22,
        ),
      ].join(''),
    );
  const title = `${name}: ${layers.join('-')}, batches of ${batchSize}, ${(100 * zeros).toFixed(0)} % of the inputs are 0`;
  return ['', title, ...rows].join('\n');
}

/** What was asked for and what came. */
export function reportTargets(results) {
  const lines = ['', 'Targets (ratios in this run):'];
  for (const [against, wanted] of Object.entries(targets)) {
    for (const [name, measured] of results) {
      const ours = measured.find(({ peer }) => peer === 'neuroglow');
      const theirs = rivalOf(against, measured);
      if (!ours || !theirs) continue;
      const got = ours.value / theirs.value;
      const byCpu = ratio(ours.perCpuSecond / theirs.perCpuSecond);
      const verdict = got >= wanted[name] ? 'met' : 'MISSED';
      const of = against === 'best library' ? `best library (${theirs.peer})` : against;
      lines.push(
        `${name.padEnd(12)} over ${of.padEnd(32)} ${ratio(got).padStart(7)} of ${String(wanted[name]).padStart(5)} ${verdict.padEnd(7)} (by CPU time ${byCpu})`,
      );
    }
  }
  return lines.join('\n');
}

function rivalOf(against, measured) {
  if (against !== 'best library') return measured.find(({ peer }) => peer === against);
  return measured.filter(({ peer }) => peers[peer]?.library).sort((a, b) => b.value - a.value)[0];
}

function format(value) {
  if (value >= 1e6) return `${(value / 1e6).toFixed(2)}M`;
  return value >= 1e3 ? `${(value / 1e3).toFixed(1)}k` : value.toFixed(1);
}

function ratio(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
