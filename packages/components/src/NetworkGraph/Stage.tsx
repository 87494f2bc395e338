'use client';
import type { NetworkDescription } from '@neuroglow/engine';
import type { CSSProperties, ReactElement, ReactNode, RefObject } from 'react';
import { useOnDemand } from '../shared/useOnDemand.js';
import { CustomBeside } from './beside/CustomBeside.js';
import { useBiasDrag } from './editing/useBiasDrag.js';
import { useGraph } from './graphContext.js';
import { CustomNeurons } from './interaction/CustomNeurons.js';
import { NeuronButtons } from './interaction/NeuronButtons.js';
import { useInteraction } from './interaction/useInteraction.js';
import { neuronLabel } from './labels/describe.js';
import { LayerNames } from './labels/LayerNames.js';
import { NeuronLabels } from './labels/NeuronLabels.js';
import type * as Notes from './pass/PassNotes.js';
import { useCanvasFirst } from './scene/useCanvasFirst.js';

const fetchNotes = (): Promise<typeof Notes> => import('./pass/PassNotes.js');

export interface StageProps {
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly element: HTMLDivElement | null;
  /** What lies on the picture besides its own parts. */
  readonly children?: ReactNode;
}

/** The canvas, which is only seen, and over it what can be touched: names, neurons, ellipses. */
export function Stage({ stage, canvas, element, children }: StageProps): ReactElement {
  const { options, network, shown, geometry, context, zoom, editing, pass, words, slot } = useGraph((graph) => graph);
  const { labels = true, renderNeuron } = options;
  const notes = useOnDemand(options.pass !== undefined, fetchNotes);
  useCanvasFirst(stage, geometry !== null);
  const drag = useBiasDrag(editing);
  const interaction = useInteraction(element, drag);
  return (
    <div
      ref={stage}
      className={slot('stage')}
      // Fills what the component's height leaves, instead of having a shape of its own.
      data-fills={options.aspect !== undefined || undefined}
      data-shape={options.aspect === undefined ? shapeOf(network, options.maxNeurons) : undefined}
      data-zoomed={zoom.factor > 1 || undefined}
      data-zooms={zoom.enabled || undefined}
      style={geometry ? ({ '--_neuroglow-words': geometry.wordScale } as CSSProperties) : undefined}
      {...interaction}
    >
      <canvas ref={canvas} className={slot('canvas')} aria-hidden="true" />
      {geometry && (
        <>
          {labels && <LayerNames />}
          {labels && <NeuronLabels />}
          <NeuronButtons />
          {pass.stage && notes && <notes.PassNotes />}
          {renderNeuron && <CustomNeurons render={renderNeuron} />}
          {shown.beside.some((here) => here?.show === 'custom') && <CustomBeside />}
        </>
      )}
      {children}
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

/** How high the picture has to be by its longest layer: few neurons, or an image in place of many, leave no half of it empty. */
function shapeOf({ layers }: NetworkDescription, maxNeurons = 16): 'flat' | 'low' | undefined {
  const longest = Math.max(...layers.map(({ neurons }) => Math.min(neurons, maxNeurons)));
  return longest <= 2 ? 'flat' : longest <= 4 ? 'low' : undefined;
}
