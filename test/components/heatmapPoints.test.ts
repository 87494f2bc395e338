import { describe, expect, it } from 'vitest';
import { layoutPictures } from '../../packages/components/src/ActivationHeatmap/geometry.js';
import { pointsOver } from '../../packages/components/src/ActivationHeatmap/modes/planePoints.js';
import { createCellScenes } from '../../packages/components/src/ActivationHeatmap/scene.js';
import { colorScale } from '../../packages/components/src/shared/colorScale.js';
import { colorTable, colorWord } from '../../packages/components/src/shared/colorTable.js';
import { defaultTheme } from '../../packages/components/src/shared/theme.js';
import { wordOf } from '../../packages/components/src/drawing/scenes/scale.js';

const theme = defaultTheme('light');
const axes = { x: [0, 1], y: [0, 1] } as const;
const scale = colorScale(theme, [-1, 1]);

function wordsOf(points: Parameters<typeof pointsOver>[0]['points']): number[] {
  const placed = pointsOver({ points }, axes, null);
  const scene = createCellScenes({
    look: { gap: 0, smooth: true, signsFrom: 0.1 },
    hasDots: false,
    layout: layoutPictures({ layer: 1, neurons: 1, rows: 2, columns: 2, values: 4 }, 100, 100),
    size: { width: 100, height: 100, ratio: 1 },
    scales: [scale],
    theme,
    points: placed,
    picked: new Uint8Array(2),
    pickedSamples: { samples: [], of: 'training' },
    axes,
  })({ values: new Float32Array(4) } as never);
  return [...scene.points!.words];
}

describe('points over a map', () => {
  it('of numbers are coloured by the map’s scale; one that is no number looks like a point without any', () => {
    const table = colorTable(scale);
    expect(wordsOf({ inputs: [0, 0, 1, 1], values: [-1, 0.5] })).toEqual([wordOf(table, -1), wordOf(table, 0.5)]);
    expect(wordsOf({ inputs: [0, 0, 1, 1], values: [1, NaN] })[1]).toBe(colorWord(theme.colors.text));
  });

  it('of classes keep the colours of classes', () => {
    const [first, second] = theme.categorical.map(colorWord);
    expect(wordsOf({ inputs: [0, 0, 1, 1], classes: [1, 0], values: [-1, 1] })).toEqual([second, first]);
  });

  it('need a number each', () => {
    expect(() => wordsOf({ inputs: [0, 0, 1, 1], values: [1] })).toThrow(/points\.values: expected 2, one per point/);
  });
});
