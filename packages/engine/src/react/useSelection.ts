'use client';
import { useSyncExternalStore } from 'react';
import type { TrainingSource } from '../source/trainingSource.js';
import type { Selection } from '../viewer/viewer.js';
import { useOwnership } from './useOwnership.js';
import { useViewer } from './useViewer.js';

const nothing: Selection = { neurons: [], samples: [] };

/**
 * The selected neurons and samples of a source, and a function that changes the selection. Selections in other sources are not
 * included.
 *
 * @param source Default: the provider's.
 */
export function useSelection(
  source?: TrainingSource | null,
): readonly [selection: Selection, setSelection: (selection: Selection) => void] {
  const viewer = useViewer();
  const { owns, name } = useOwnership(source);
  const read = (): Selection => viewer.getSnapshot().selection;
  const selection = useSyncExternalStore(viewer.subscribe, read, read);
  const named =
    name.source === undefined
      ? viewer.setSelection
      : (chosen: Selection) => viewer.setSelection({ ...chosen, ...name });
  return [owns(selection) ? selection : nothing, named];
}
