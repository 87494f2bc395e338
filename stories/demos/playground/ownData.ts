import { NeuroglowError, readCsv, type Dataset } from '@neuroglow/engine';

/** A reader's CSV file and what is to be learned from it; kept in this browser, so that it outlives a reload. */
export interface OwnData {
  readonly name: string;
  readonly text: string;
  /** Header names of the columns across and up, and of what is to be learned. */
  readonly x: string;
  readonly y: string;
  readonly target: string;
  /** Whether the target is a class or a number. */
  readonly problem: 'classes' | 'numbers';
}

export interface OwnPoints {
  readonly dataset: Dataset;
  readonly problem: 'classes' | 'numbers';
  readonly classNames: readonly string[];
  /** Which of the file's numbers became −5 and 5. */
  readonly ranges: readonly [x: Range, y: Range];
}

type Range = readonly [low: number, high: number];
const side = 5;

/**
 * The chosen columns as points in ±5, where the other data sets lie too, so that the same learning rates do; numbers to learn as ±1.
 * @throws NeuroglowError for a file that cannot be read, or columns that it does not have
 */
export async function readOwnPoints({ text, x, y, target, problem }: OwnData): Promise<OwnPoints> {
  const learned = problem === 'classes' ? { classColumn: target } : { targets: [target] };
  const dataset = await readCsv(text, { inputs: [x, y], ...learned });
  if (dataset.rows < 4) {
    throw new NeuroglowError(
      'invalid-dataset',
      `file: expected at least 4 rows, got ${String(dataset.rows)}; some are held out, so bring more.`,
    );
  }
  const classes = dataset.classNames?.length ?? 0;
  if (problem === 'classes' && (classes < 2 || classes > 10)) {
    throw new NeuroglowError(
      'invalid-dataset',
      `"${target}": expected 2 to 10 classes, got ${String(classes)}; choose another column, or learn it as a number.`,
    );
  }
  const ranges = [rangeOf(dataset.inputs, 2, 0), rangeOf(dataset.inputs, 2, 1)] as const;
  const inputs = dataset.inputs.map((value, k) => side * scaled(value, ranges[k % 2]!));
  const { rows, classNames = [] } = dataset;
  const targets = problem === 'classes' ? classTargets(dataset, classes) : numberTargets(dataset.targets);
  return {
    dataset: { inputs, targets, rows, ...(classes > 2 && { classNames }) },
    ...{ problem, classNames, ranges },
  };
}

/** Two classes need one output, more need one each. */
function classTargets({ targets }: Dataset, classes: number): Float32Array {
  return classes === 2 ? targets.filter((_, k) => k % 2 === 1) : targets;
}

function numberTargets(targets: Float32Array): Float32Array {
  const range = rangeOf(targets, 1, 0);
  return targets.map((value) => scaled(value, range));
}

function rangeOf(values: Float32Array, columns: number, column: number): Range {
  let low = Infinity;
  let high = -Infinity;
  for (let k = column; k < values.length; k += columns) {
    low = Math.min(low, values[k]!);
    high = Math.max(high, values[k]!);
  }
  return low < high ? [low, high] : [low - 0.5, low + 0.5];
}

/** low → −1, high → 1. */
function scaled(value: number, [low, high]: Range): number {
  return (2 * (value - low)) / (high - low) - 1;
}

/** Column names of a CSV text: its first line. */
export function headerOf(text: string): readonly string[] {
  const [line = ''] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1);
  const delimiter = [',', ';', '\t', '|'].reduce((best, one) =>
    line.split(one).length > line.split(best).length ? one : best,
  );
  return line.split(delimiter).map((name) => name.trim().replaceAll(/^"|"$/g, ''));
}

/** What a file is most likely meant for: its first two columns, and its last; numbers where that has many of them. */
export function guessColumns(name: string, text: string): OwnData {
  const header = headerOf(text);
  const [x = '', y = ''] = header;
  const target = header.at(-1) ?? '';
  const last = text
    .trim()
    .split(/\r\n|\n|\r/)
    .slice(1)
    .map((line) => /[^,;\t|]*$/.exec(line)?.[0].trim() ?? '');
  const isNumeric = last.every((value) => value !== '' && Number.isFinite(Number(value)));
  return { name, text, x, y, target, problem: isNumeric && new Set(last).size > 10 ? 'numbers' : 'classes' };
}

const key = 'neuroglow-playground-csv';

/** null where this browser holds none, or does not let the page look. */
export function keptOwnData(): OwnData | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isOwnData(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Whether the browser took it: it may have no room, or not allow it. */
export function keepOwnData(data: OwnData | null): boolean {
  try {
    if (data) localStorage.setItem(key, JSON.stringify(data));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

function isOwnData(kept: unknown): kept is OwnData {
  if (typeof kept !== 'object' || kept === null) return false;
  const fields = new Map(Object.entries(kept));
  const texts = ['name', 'text', 'x', 'y', 'target'];
  const problem: unknown = fields.get('problem');
  return (
    texts.every((name) => typeof fields.get(name) === 'string') && (problem === 'classes' || problem === 'numbers')
  );
}
