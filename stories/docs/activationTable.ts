import { activationFunctions, activationNames, type Firing } from '@neuroglow/engine';

const firing: Readonly<Record<NonNullable<Firing> | 'null', string>> = {
  positive: 'z > 0',
  winner: 'it is the winner',
  null: 'not defined',
};

const end = (value: number): string =>
  Number.isFinite(value) ? String(Math.round(value * 1000) / 1000).replace('-', '−') : value > 0 ? '∞' : '−∞';

/** Every activation function as a row of a Markdown table, in the engine's own words. */
export function activationTable(): string {
  const rows = activationNames.map((name) => {
    const { formula, range, fires } = activationFunctions[name];
    const [low, high] = range(0.01);
    const cells = [
      `\`${name}\``,
      formula.f,
      formula.derivative,
      `${end(low)} to ${end(high)}`,
      firing[`${fires}`],
      formula.note,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const head = ['name', 'a = f(z)', 'f′(z)', 'range', 'fires where', 'note'];
  return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows].join('\n');
}
