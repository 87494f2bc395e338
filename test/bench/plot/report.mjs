import { cases, peers } from './cases.mjs';

/** Milliseconds, a line per peer and a column per case. */
export function table(found) {
  const names = Object.keys(cases);
  const cell = (text) => text.padStart(10);
  const lines = Object.keys(peers).map((peer) =>
    [
      peer.padEnd(12),
      ...names.map((name) => cell(found.has(`${name} ${peer}`) ? found.get(`${name} ${peer}`).toFixed(2) : '–')),
    ].join(''),
  );
  return ['', [''.padEnd(12), ...names.map(cell)].join(''), ...lines].join('\n');
}

/** What was asked for and what came, as ratios within this run. */
export function targets(found) {
  const say = (what, got, most) =>
    Number.isFinite(got)
      ? [`  ${what.padEnd(36)} ${got.toPrecision(3)} of ${most} ${got <= most ? 'met' : 'MISSED'}`]
      : [];
  const ours = found.get('10M neuroglow');
  return [
    ...say('10M ÷ 1k, ours', ours / found.get('1k neuroglow'), 1.3),
    ...say('ours ÷ plain uPlot, at 10M', ours / found.get('10M uplot'), 1 / 20),
  ].join('\n');
}
