'use client';
import type { NetworkDescription, Selection, TrainingSource } from '@neuroglow/engine';
import { createContext, useContext, type Context } from 'react';
import type { SlotNames } from '../shared/slots.js';
import type { Editing } from './editing/editing.js';
import type { EmphasisState } from './emphasis/useEmphasis.js';
import type { Zoom } from './interaction/useZoom.js';
import type { DescribeContext } from './labels/describeContext.js';
import type { GraphGeometry } from './layout/geometry.js';
import type { LayerViews } from './layout/useLayerViews.js';
import type { NetworkGraphMessages } from './messages.js';
import type { Pass } from './pass/usePass.js';
import type { NumbersStore } from './quantities/numbersStore.js';
import type { ShownQuantities } from './quantities/shownQuantities.js';
import type { LayerFlags } from './quantities/useLayerFlags.js';
import type { CanvasController } from './scene/canvasController.js';
import type { NetworkGraphProps, NetworkGraphSlot } from './types.js';

/** What the parts of a graph share. Numbers are in the store, and never here: a frame commits nothing. */
export interface GraphState {
  readonly options: NetworkGraphProps;
  readonly network: NetworkDescription;
  readonly shown: ShownQuantities;
  readonly source: TrainingSource | null;
  /** null while there is no room to draw in. */
  readonly geometry: GraphGeometry | null;
  readonly store: NumbersStore;
  readonly controller: CanvasController;
  readonly context: DescribeContext;
  readonly views: LayerViews;
  readonly flags: readonly LayerFlags[];
  readonly zoom: Zoom;
  readonly pass: Pass;
  readonly emphasized: EmphasisState;
  /** null where nothing can be edited. */
  readonly editing: Editing | null;
  readonly selection: Selection;
  readonly setSelection: (selection: Selection) => void;
  readonly words: NetworkGraphMessages;
  readonly slot: SlotNames<NetworkGraphSlot>;
}

export const GraphContext: Context<GraphState | null> = createContext<GraphState | null>(null);

/** What a part of a graph needs of its state. */
export function useGraph<T>(select: (graph: GraphState) => T): T {
  const graph = useContext(GraphContext);
  if (!graph) throw new Error('useGraph was called outside of a NetworkGraph.');
  return select(graph);
}
