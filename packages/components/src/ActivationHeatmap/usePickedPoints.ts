import { useSelection, type TrainingSource } from '@neuroglow/engine';
import { useMemo } from 'react';
import type { PanelPoints } from './panel.js';

/** [points] 1 for each point whose row is selected. */
export function usePickedPoints(
  points: PanelPoints | null,
  source: TrainingSource | null | undefined,
): Uint8Array | null {
  const [{ samples, samplesOf = 'training' }] = useSelection(source);
  return useMemo(() => {
    if (!points) return null;
    const picked = new Uint8Array(points.at.length / 2);
    if (!points.rows || points.of !== samplesOf) return picked;
    const selected = new Set(samples);
    for (let point = 0; point < picked.length; point++) if (selected.has(points.rows[point] ?? NaN)) picked[point] = 1;
    return picked;
  }, [points, samples, samplesOf]);
}
