import { malformed } from './content.js';

const delimiters = [',', ';', '\t', '|'];

/**
 * The values of CSV text, row by row, as text; rows without any value are left out. The parser (csv-parse) is loaded on first use.
 *
 * @param delimiter One character. `null`: the one that divides the first line into the most columns.
 * @throws NeuroglowError `file-malformed` where quotes are not closed.
 */
export async function parseCsvRows(text: string, delimiter: string | null): Promise<string[][]> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  try {
    return parse(text, {
      delimiter: delimiter ?? findDelimiter(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED')) throw error;
    const line = 'lines' in error ? ` in line ${String(error.lines)}` : '';
    throw malformed('a CSV file', `quotes are not closed${line}`, { cause: error });
  }
}

function findDelimiter(text: string): string {
  const counts = new Map(delimiters.map((one) => [one, 0]));
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === '\n' || character === '\r') break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const most = Math.max(...counts.values());
  return delimiters.find((one) => counts.get(one) === most) ?? ',';
}
