import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache } from './processes.mjs';

/** The folder of vitest's JSON reports of the last `npm test`. */
export const reports = join(cache, 'reports');

/** Adds the reports up. A file that could not even be loaded holds no tests, and counts as one that failed. */
export function tally() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(reports)) return sum;
  for (const file of readdirSync(reports)) {
    const report = JSON.parse(readFileSync(join(reports, file), 'utf8'));
    const unloaded = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
    sum.passed += report.numPassedTests;
    sum.failed += report.numFailedTests + unloaded.length;
    sum.skipped += report.numPendingTests + report.numTodoTests;
  }
  return sum;
}

// Run by itself, it prints the line that CI reads.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = tally();
  console.log(`${passed} passed, ${failed} failed`);
}
