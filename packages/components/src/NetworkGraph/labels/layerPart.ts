import type { SlotNames } from '../../shared/slots.js';
import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import type { LayerViews } from '../layout/useLayerViews.js';
import type { NetworkGraphMessages } from '../messages.js';
import type { LayerFlags } from '../quantities/useLayerFlags.js';
import type { NetworkGraphSlot } from '../types.js';
import type { DescribeContext } from './describeContext.js';

export interface LayerNamesProps {
  readonly geometry: GraphGeometry;
  readonly context: DescribeContext;
  readonly views: LayerViews;
  readonly flags: readonly LayerFlags[];
  readonly words: NetworkGraphMessages;
  readonly slot: SlotNames<NetworkGraphSlot>;
}

/** A layer, and what its words are made of. */
export interface LayerPart extends LayerNamesProps {
  readonly here: LayerGeometry;
  readonly name: string;
  readonly total: number;
}
