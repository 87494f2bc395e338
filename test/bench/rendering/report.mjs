import { connectionsOf } from './cases.mjs';

/** One case's figures, a line a peer. */
export function table(name, measured) {
  const lines = measured.map(({ peer, values }) =>
    [
      peer.padEnd(14),
      values.mainThreadMs.toFixed(2).padStart(10),
      values.mainThreadMsP95.toFixed(2).padStart(10),
      values.totalCpuMs.toFixed(1).padStart(10),
      values.framesPerSecond.toFixed(1).padStart(8),
      values.firstPictureMs.toFixed(0).padStart(10),
      values.memoryMB.toFixed(0).padStart(8),
    ].join(''),
  );
  const head = `${''.padEnd(14)}${'main ms'.padStart(10)}${'p95'.padStart(10)}${'CPU ms'.padStart(10)}${'frames/s'.padStart(8)}${'first ms'.padStart(10)}${'MB'.padStart(8)}`;
  return ['', `${name}: ${connectionsOf(name).toLocaleString('en')} connections`, head, ...lines].join('\n');
}

/** What was asked for and what came, as ratios within this run. */
export function targets(name, measured) {
  const of = (peer) => measured.find((entry) => entry.peer === peer)?.values;
  const ours = of('neuroglow');
  if (!ours) return '';
  const lines = [];
  const say = (what, got, most) => {
    if (Number.isFinite(got))
      lines.push(`  ${what.padEnd(44)} ${got.toPrecision(3).padStart(8)} of ${most} ${got <= most ? 'met' : 'MISSED'}`);
  };
  if (name === '784-16-16-10' || name === '784-512-512-10') {
    say('total CPU ÷ react-svg', ours.totalCpuMs / of('react-svg')?.totalCpuMs, 1 / 15);
    say('total CPU ÷ canvas2d', ours.totalCpuMs / of('canvas2d')?.totalCpuMs, 1 / 4);
    say('main thread ÷ react-svg', ours.mainThreadMs / of('react-svg')?.mainThreadMs, 1 / 60);
    say('frames a second, empty ÷ ours', of('empty')?.framesPerSecond / ours.framesPerSecond, 1 / 0.8);
  }
  if (name === '784-512-512-10') say('main thread, ms', ours.mainThreadMs, 2);
  say('first picture, ms', ours.firstPictureMs, 100);
  return lines.join('\n');
}
