import type { TrainingSource } from '@neuroglow/engine';
import type { FrameStore } from '../shared/frameStore.js';
import type { SlotNames } from '../shared/slots.js';
import type { Tooltip } from '../shared/tooltip.js';
import type { CellGroup } from './geometry.js';
import type { ActivationHeatmapMessages } from './messages.js';
import type { Axes, GroupWords, PanelNumbers } from './numbers.js';
import type { ActivationHeatmapSlot } from './types.js';

/** What people touch over one group of a picture. */
export interface OverlayProps {
  readonly group: CellGroup;
  readonly index: number;
  readonly names: GroupWords;
  readonly numbers: FrameStore<PanelNumbers>;
  readonly axes: Axes | null;
  readonly tooltip: Pick<Tooltip, 'show' | 'hide'>;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
  readonly words: ActivationHeatmapMessages;
  /** Where cells stand for samples and not for neurons: selects those of a cell, and gives them back. */
  readonly onPick?: ((cell: number) => Promise<readonly number[]>) | undefined;
  /** Whether cells are neurons, which hover and selection name. */
  readonly areNeurons: boolean;
  /** The source whose neurons and samples these are. @default the provider's */
  readonly source?: TrainingSource | null | undefined;
}
