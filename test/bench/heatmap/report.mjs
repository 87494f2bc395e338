const columns = [
  ['main ms', 'mainThreadMs', 2],
  ['CPU ms', 'cpuMs', 1],
  ['frames/s', 'framesPerSecond', 1],
  ['grid ms', 'gridMs', 2],
  ['draw ms', 'drawMs', 2],
];

/** One case's figures, a line per peer. */
export function table(name, measured) {
  const head = ''.padEnd(12) + columns.map(([title]) => title.padStart(10)).join('');
  const lines = measured.map(
    ({ peer, values }) =>
      peer.padEnd(12) +
      columns.map(([, metric, digits]) => (values[metric]?.toFixed(digits) ?? '–').padStart(10)).join(''),
  );
  return ['', name, head, ...lines].join('\n');
}

/** What was asked for and what came, as ratios within this run. */
export function targets(name, measured) {
  const of = (peer) => measured.find((entry) => entry.peer === peer)?.values ?? {};
  const [ours, playground, empty] = [of('neuroglow'), of('playground'), of('empty')];
  const lines = [];
  const say = (what, got, limit, isMet) => {
    if (Number.isFinite(got)) {
      lines.push(`  ${what.padEnd(52)} ${got.toPrecision(3).padStart(8)} of ${limit} ${isMet ? 'met' : 'MISSED'}`);
    }
  };
  const most = (what, got, limit) => say(what, got, `at most ${limit.toPrecision(3)}`, got <= limit);
  const least = (what, got, limit) => say(what, got, `at least ${limit.toPrecision(3)}`, got >= limit);
  most('main thread ÷ drawing of playground’s loop', ours.mainThreadMs / playground.drawMs, 1 / 40);
  most('grid forward passes ÷ playground’s', ours.gridMs / playground.gridMs, 1 / 20);
  if (name === 'space10000') least('drawn frames per second', ours.framesPerSecond, 30);
  else least('drawn frames ÷ the empty page’s', ours.framesPerSecond / empty.framesPerSecond, 0.9);
  return lines.join('\n');
}
