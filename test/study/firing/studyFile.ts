import type { CaseResult } from './analyse.js';
import type { Example } from './example.js';

/** What made a study's file. */
export interface Made {
  readonly command: string;
  readonly engine: string;
  readonly revision: number;
}

/** The contents of stories/data/firing-study.json. */
export interface StudyFile {
  readonly made: Made;
  readonly cases: readonly CaseResult[];
  /** Runs to look at: the pictures of the page. */
  readonly examples: readonly Example[];
}

/** As text: four digits a number, one case a line. NaN is null. */
export function studyFile(made: Made, cases: readonly CaseResult[], examples: readonly Example[]): string {
  const short = (_key: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
  const lines = (values: readonly unknown[]): string =>
    values.map((value) => `    ${JSON.stringify(value, short)}`).join(',\n');
  return `{\n  "made": ${JSON.stringify(made)},\n  "cases": [\n${lines(cases)}\n  ],\n  "examples": [\n${lines(examples)}\n  ]\n}\n`;
}
