import { describe, expect, it } from 'vitest';
import { costPlotMessages } from '@neuroglow/components';
import { summarize } from '../../../packages/components/src/CostPlot/words/summary.js';
import { numberFormat } from '../../../packages/components/src/shared/number.js';

const steps = Array.from({ length: 4000 }, (_, at) => at + 1);
const said = (values: readonly number[], extra: object = {}): string => {
  const summary = summarize({ name: 'cost', role: 'training', steps: steps.slice(0, values.length), values, ...extra });
  return costPlotMessages.summary('training', summary!, numberFormat('en'));
};

describe('the sentence that sums a curve up', () => {
  it('says how far a cost fell, in how many steps, and where most', () => {
    // Falls steeply from step 1,181 to 1,260, a fiftieth of the steps, and hardly elsewhere.
    const values = steps.map((step) => {
      const slow = 0.52 - step * 1e-6;
      return step <= 1180 ? slow : step >= 1260 ? 0.003 : 0.52 - ((step - 1180) / 80) * 0.517;
    });
    expect(said(values)).toBe(
      'The training cost fell from 0.52 to 0.003 in 4,000 steps; it fell most between steps 1,180 and 1,260.',
    );
  });

  it('says that a cost rose, stayed, or is not finite', () => {
    expect(said(steps.map((step) => step / 4000))).toMatch(
      /^The training cost rose from 2\.5E−4 .*it rose most between/,
    );
    expect(said(steps.map(() => 0.7))).toBe('The training cost stayed at 0.7 for 4,000 steps.');
    expect(said([1, NaN, 0.5])).toBe('The training cost fell from 1 to 0.5 in 3 steps. 1 of its values is not finite.');
    expect(summarize({ name: 'cost', role: 'training', steps: [1], values: [NaN] })).toBeNull();
  });

  it('reads means where points are extremes', () => {
    const values = steps.slice(0, 100).map((step) => (step % 2 ? 9 : 0));
    const means = values.map((_, at) => 2 - at / 100);
    expect(said(values, { means })).toMatch(/fell from 2 to 1\.01 in 100 steps/);
  });
});
