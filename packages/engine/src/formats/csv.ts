import type { Dataset } from '../core/dataset.js';
import { checkOptions } from '../core/check.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import { parseCsvRows } from './csvRows.js';
import { checkMissing, isMissing, remedy, type MissingValues } from './missingValues.js';
import { malformed, textOf, tooLarge, truncated, type FileContent } from './content.js';

const kind = 'a CSV file';
const mostBytes = 0x400_0000;
const mostColumns = 65_536;
const mostClasses = 1024;
const mostTargets = 0x1000_0000;

export interface CsvOptions {
  /** Header names of the input columns, in the order wanted. Default: every column that is not a target. */
  readonly inputs?: readonly string[];
  /** Header names of the columns of numbers to learn. Either this or `classColumn`. */
  readonly targets?: readonly string[];
  /**
   * Header name of the column that names each row's class, any text: it becomes one-hot targets and `classNames`, in numerical order where
   * all are numbers, else in the order of their characters. At most 1,024 classes.
   */
  readonly classColumn?: string;
  /** The character between two values. Default: detected. */
  readonly delimiter?: string;
  /**
   * What becomes of missing values: empty cells, and NA, N/A, NaN, null and ? in any case. Only columns that are read count.
   * @default 'error'
   */
  readonly missing?: MissingValues;
}

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * A data set from CSV text with a header line. Rows are counted from 1 after the header.
 * @param content text, or its UTF-8 bytes; at most 64 MiB
 * @throws `file-malformed` naming row and column of a missing value or of text where a number should be; `file-foreign`,
 * `file-truncated`, `file-too-large`; `invalid-option` for columns that are not there
 * @example await readCsv(text, { classColumn: 'species' })
 * @example await readCsv(text, { classColumn: 'species', missing: { fill: 'mean' } })
 */
export async function readCsv(content: string | FileContent, options: CsvOptions): Promise<Dataset> {
  const text = textOf(content, kind, mostBytes);
  checkOptions(options, 'options', ['inputs', 'targets', 'classColumn', 'delimiter', 'missing']);
  const missing = checkMissing(options.missing);
  const [header, ...rows] = await parse(text, options.delimiter);
  if (!header) throw truncated(kind, 'a header line', 'none');
  if (rows.length === 0) throw truncated(kind, 'rows after its header', 'none');
  checkShape(header, rows);
  const { inputs, targets, classColumn } = chooseColumns(header, options);
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells }));
  const read = [...inputs, ...targets, ...(classColumn === null ? [] : [classColumn])];
  const isWhole = ({ cells }: Row): boolean => read.every((column) => !isMissing(cells[column]!));
  const table = { header, rows: missing === 'skip' ? numbered.filter(isWhole) : numbered, missing };
  if (table.rows.length === 0) throw truncated(kind, 'a row without missing values', `${rows.length} with some`);
  const classes = classColumn === null ? null : classesOf(table, classColumn);
  return {
    inputs: numbersOf(table, inputs),
    targets: classes ? classes.targets : numbersOf(table, targets),
    rows: table.rows.length,
    ...(classes ? { classNames: classes.names } : {}),
  };
}

interface Row {
  /** Its place in the file, from 1 after the header. */
  readonly number: number;
  readonly cells: readonly string[];
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly missing: MissingValues;
}

async function parse(text: string, delimiter: unknown): Promise<string[][]> {
  if (delimiter !== undefined && (typeof delimiter !== 'string' || delimiter.length !== 1)) {
    throw new NeuroglowError(
      'invalid-option',
      `delimiter: expected one character, got ${show(delimiter)}; leave it out to have it detected.`,
    );
  }
  return parseCsvRows(text, delimiter ?? null);
}

function checkShape(header: readonly string[], rows: readonly (readonly string[])[]): void {
  if (header.length > mostColumns) throw tooLarge(kind, `at most ${mostColumns} columns`, String(header.length));
  const seen = new Set<string>();
  for (const name of header.map((title) => title.trim())) {
    if (seen.has(name)) throw malformed(kind, `its header names ${show(name)} twice`);
    seen.add(name);
  }
  const uneven = rows.findIndex((row) => row.length !== header.length);
  if (uneven < 0) return;
  const problem = `row ${uneven + 1} has ${rows[uneven]!.length} values under a header of ${header.length}`;
  throw malformed(kind, problem);
}

function chooseColumns(
  header: readonly string[],
  { inputs, targets, classColumn }: CsvOptions,
): { inputs: readonly number[]; targets: readonly number[]; classColumn: number | null } {
  if ((targets === undefined) === (classColumn === undefined)) {
    throw new NeuroglowError(
      'invalid-option',
      'targets: expected either `targets` or `classColumn`; name the columns of numbers to learn, or the one that names the class.',
    );
  }
  const titles = new Map(header.map((title, column) => [title.trim(), column]));
  const find = (name: unknown, option: string): number => {
    const column = typeof name === 'string' ? titles.get(name.trim()) : undefined;
    if (column !== undefined) return column;
    const known = header.slice(0, 8).map(show).join(', ');
    const more = header.length > 8 ? ', …' : '';
    throw new NeuroglowError(
      'invalid-option',
      `${option}: expected names from the header (${known}${more}), got ${show(name)}; correct the name or the file.`,
    );
  };
  const findAll = (names: unknown, option: string): number[] => {
    const given: readonly unknown[] = Array.isArray(names) ? names : [];
    if (given.length === 0) {
      throw new NeuroglowError(
        'invalid-option',
        `${option}: expected names of columns, got ${show(names)}; list at least one.`,
      );
    }
    return Array.from(given, (name) => find(name, option));
  };
  const chosenTargets = targets === undefined ? [] : findAll(targets, 'targets');
  const chosenClass = classColumn === undefined ? null : find(classColumn, 'classColumn');
  const taken = new Set([...chosenTargets, chosenClass]);
  const rest = header.map((_, column) => column).filter((column) => !taken.has(column));
  const chosenInputs = inputs === undefined ? rest : findAll(inputs, 'inputs');
  if (chosenInputs.length > 0) return { inputs: chosenInputs, targets: chosenTargets, classColumn: chosenClass };
  throw new NeuroglowError(
    'invalid-option',
    'inputs: expected a column besides the targets, got none; bring more columns.',
  );
}

function numbersOf(table: Table, columns: readonly number[]): Float32Array {
  const { rows, missing } = table;
  const values = new Float32Array(rows.length * columns.length);
  for (const [k, column] of columns.entries()) {
    const gaps: number[] = [];
    let sum = 0;
    for (const [at, row] of rows.entries()) {
      if (typeof missing === 'object' && isMissing(row.cells[column]!)) {
        gaps.push(at);
        continue;
      }
      const value = numberIn(table, row, column);
      sum += value;
      values[at * columns.length + k] = value;
    }
    if (typeof missing !== 'object' || gaps.length === 0) continue;
    if (missing.fill === 'mean' && gaps.length === rows.length) throw withoutMean(table.header[column]!);
    const filler = missing.fill === 'mean' ? sum / (rows.length - gaps.length) : missing.fill;
    for (const at of gaps) values[at * columns.length + k] = filler;
  }
  return values;
}

function numberIn({ header }: Table, row: Row, column: number): number {
  const cell = row.cells[column]!.trim();
  const value = Math.fround(Number(cell));
  if (number.test(cell) && Number.isFinite(value)) return value;
  throw unreadable(cell, row, header[column]!, 'a number', true);
}

function withoutMean(title: string): NeuroglowError {
  const problem = `column ${show(title.trim())} has no values, so no mean to fill its gaps with; leave the column out`;
  return malformed(kind, problem);
}

function classesOf({ header, rows }: Table, column: number): { targets: Float32Array; names: string[] } {
  const cells = rows.map((row) => {
    const cell = row.cells[column]!.trim();
    if (isMissing(cell)) throw unreadable(cell, row, header[column]!, 'a class', false);
    return cell;
  });
  const names = [...new Set(cells)];
  if (names.length > mostClasses) throw tooLarge(kind, `at most ${mostClasses} classes`, String(names.length));
  if (cells.length * names.length > mostTargets) {
    throw tooLarge(kind, `at most ${mostTargets} one-hot targets`, `${cells.length} rows of ${names.length} classes`);
  }
  if (names.every((name) => number.test(name))) names.sort((a, b) => Number(a) - Number(b));
  else names.sort();
  const places = new Map(names.map((name, place) => [name, place]));
  const targets = new Float32Array(rows.length * names.length);
  for (const [row, cell] of cells.entries()) targets[row * names.length + places.get(cell)!] = 1;
  return { targets, names };
}

function unreadable(cell: string, { number }: Row, title: string, expected: string, canFill: boolean): NeuroglowError {
  const got = isMissing(cell) ? `a missing value (${remedy(canFill)})` : show(cell);
  return malformed(kind, `row ${number}, column ${show(title.trim())}: expected ${expected}, got ${got}`);
}
