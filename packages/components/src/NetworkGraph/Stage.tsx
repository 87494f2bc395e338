'use client';
import { useSelection } from '@neuroglow/engine';
import type { CSSProperties, ReactElement, RefObject } from 'react';
import type { SlotNames } from '../shared/slots.js';
import { neuronLabel } from './labels/describe.js';
import type { DescribeContext } from './labels/describeContext.js';
import type { GraphGeometry } from './layout/geometry.js';
import { LayerNames } from './labels/LayerNames.js';
import type { NetworkGraphMessages } from './messages.js';
import type { NetworkGraphProps, NetworkGraphSlot } from './types.js';
import { NeuronButtons } from './interaction/NeuronButtons.js';
import { NeuronLabels } from './labels/NeuronLabels.js';
import type { NumbersStore } from './quantities/numbersStore.js';
import { OwnNeurons } from './interaction/CustomNeurons.js';
import { PassNotes } from './pass/PassNotes.js';
import type { PictureController } from './scene/pictureController.js';
import { useBiasDrag } from './editing/useBiasDrag.js';
import type { Editing } from './editing/useEditing.js';
import { useInteraction } from './interaction/useInteraction.js';
import type { LayerFlags } from './quantities/useLayerFlags.js';
import type { LayerViews } from './layout/useLayerViews.js';
import type { Pass } from './pass/usePass.js';
import { usePictureFirst } from './scene/usePictureFirst.js';
import type { Zoom } from './interaction/useZoom.js';

export interface StageProps {
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly element: HTMLDivElement | null;
  /** null while there is no room to draw in. */
  readonly geometry: GraphGeometry | null;
  readonly controller: PictureController;
  readonly store: NumbersStore;
  readonly context: DescribeContext;
  readonly views: LayerViews;
  readonly flags: readonly LayerFlags[];
  readonly zoom: Zoom;
  readonly pass: Pass;
  /** null where nothing can be edited. */
  readonly editing: Editing | null;
  readonly words: NetworkGraphMessages;
  readonly slot: SlotNames<NetworkGraphSlot>;
  readonly labels: boolean;
  /** Whether the stage fills what the component's height leaves, instead of having a shape of its own. */
  readonly fills: boolean;
  readonly renderNeuron: NetworkGraphProps['renderNeuron'];
}

/** What is seen, a canvas, and over it what is touched: names, neurons, ellipses. */
export function Stage(props: StageProps): ReactElement {
  const { stage, canvas, geometry, controller, store, context, views, flags, zoom, pass, editing } = props;
  const { words, slot, labels, renderNeuron } = props;
  const [selection, setSelection] = useSelection();
  usePictureFirst(stage, geometry !== null);
  const drag = useBiasDrag(editing);
  const interaction = useInteraction({
    element: props.element,
    geometry,
    controller,
    store,
    context,
    zoom,
    drag,
    selection,
    setSelection,
  });
  return (
    <div
      ref={stage}
      className={slot('stage')}
      data-fills={props.fills || undefined}
      data-zooms={zoom.enabled || undefined}
      style={geometry ? ({ '--_neuroglow-words': geometry.wordScale } as CSSProperties) : undefined}
      {...interaction}
    >
      <canvas ref={canvas} className={slot('canvas')} aria-hidden="true" />
      {geometry && (
        <>
          {labels && (
            <LayerNames geometry={geometry} context={context} views={views} flags={flags} words={words} slot={slot} />
          )}
          {labels && <NeuronLabels geometry={geometry} context={context} store={store} slot={slot} />}
          <NeuronButtons
            geometry={geometry}
            context={context}
            store={store}
            selection={selection}
            flags={flags}
            editing={editing}
            slot={slot}
          />
          <PassNotes geometry={geometry} context={context} store={store} pass={pass} slot={slot} />
          {renderNeuron && (
            <OwnNeurons
              geometry={geometry}
              context={context}
              store={store}
              selection={selection}
              slot={slot}
              render={renderNeuron}
            />
          )}
        </>
      )}
      {drag.said && (
        <span className="neuroglow__hidden" role="status">
          {words.biasIs(
            neuronLabel(context, drag.said.neuron.layer, drag.said.neuron.neuron),
            drag.said.value,
            context.format,
          )}
        </span>
      )}
    </div>
  );
}
