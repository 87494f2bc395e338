import type { PlotScene } from '../scene/scene.js';

const header = ['run', 'series', 'role', 'step', 'epoch', 'time', 'value'];

/**
 * The points of the curves shown, within the steps shown, a line each: `run,series,role,step,epoch,time,value`, with a comma as
 * separator and CRLF behind each line (RFC 4180). Numbers have all their digits; what is not known is empty.
 */
export function writeCsv({ curves, x }: PlotScene): string {
  const lines = [header.join(',')];
  for (const { run, series, xs } of curves) {
    const { name, role, steps, values, epochs, times } = series;
    for (let at = 0; at < values.length; at++) {
      if (xs[at]! < x.domain[0] || xs[at]! > x.domain[1]) continue;
      const numbers = [steps[at], epochs?.[at], times?.[at], values[at]];
      lines.push([run.name, name, role, ...numbers.map((number) => number ?? '')].map(cell).join(','));
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
