'use client';
import { useSource, type TrainingSource } from '@neuroglow/engine';
import { forwardRef, useMemo, type ForwardRefExoticComponent, type ReactElement, type RefAttributes } from 'react';
import type { ComponentProps } from '../shared/componentProps.js';
import { ErrorBox, Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import { Root } from '../shared/Root.js';
import { slotNames, type SlotNames } from '../shared/slots.js';
import { GivenLayers, SourceLayers } from './modes/LayersMode.js';
import { activationHeatmapMessages, type ActivationHeatmapMessages } from './messages.js';
import { GivenPictures, SourceInputWeights, SourceResponseMaps } from './modes/PicturesMode.js';
import { activationHeatmapStyles } from './styles.js';
import { useDefaultAspect } from './useDefaultAspect.js';
import { checkValues, type HeatmapValues } from './values.js';

/**
 * layers: a strip of cells a layer, for the input looked at · inputWeights: what each neuron of the first hidden layer looks for, as an
 * image · responseMaps: each neuron of a layer over a plane of two inputs.
 */
export type ActivationHeatmapMode = 'layers' | 'inputWeights' | 'responseMaps';
export type ActivationHeatmapSlot =
  'stage' | 'cells' | 'marks' | 'header' | 'list' | 'option' | 'selected' | 'labels' | 'legend' | 'note';

export interface ActivationHeatmapProps extends ComponentProps<ActivationHeatmapMessages, ActivationHeatmapSlot> {
  /** Default 'layers'. */
  readonly mode?: ActivationHeatmapMode | undefined;
  /** What the colours of layers and response maps show. Default 'activation'. */
  readonly quantity?: 'activation' | 'preActivation' | undefined;
  /** The layer of response maps, counted from the input, which is 0. Default 1. */
  readonly layer?: number | undefined;
  /** The two inputs, counted from 0, that span the plane of response maps. Default [0, 1]. */
  readonly plane?: readonly [x: number, y: number] | undefined;
  /** Cells a side of a response map. Default 32. */
  readonly resolution?: number | undefined;
  /** Width / height of the whole, legend included. Default 2.4 for layers, for pictures what their number and shape fill; and never too low to be read. */
  readonly aspect?: number | undefined;
  /** Default true. */
  readonly legend?: boolean | undefined;
  /** Plain values in place of a source. */
  readonly values?: HeatmapValues | undefined;
}

/** What each mode is given. */
export interface ModeProps {
  readonly mode: ActivationHeatmapMode;
  readonly quantity: 'activation' | 'preActivation';
  readonly words: ActivationHeatmapMessages;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
  readonly showLegend: boolean;
}

/** Activations as cells: of whole layers, of what the first layer looks for, or over a plane of two inputs. */
export const ActivationHeatmap: ForwardRefExoticComponent<ActivationHeatmapProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, ActivationHeatmapProps>(function ActivationHeatmap(props, ref) {
    const words = useMemo(() => withMessages(activationHeatmapMessages, props.messages), [props.messages]);
    const { mode = 'layers' } = props;
    const defaultAspect = useDefaultAspect(props);
    return (
      <Root
        name="activation-heatmap"
        props={props}
        forwardedRef={ref}
        messages={words}
        styles={activationHeatmapStyles}
        label={words.label}
        aspect={props.aspect}
        defaultAspect={defaultAspect}
      >
        <Content {...props} mode={mode} words={words} />
      </Root>
    );
  });

function Content(props: ActivationHeatmapProps & Pick<ModeProps, 'mode' | 'words'>): ReactElement {
  const {
    mode,
    words,
    values,
    quantity = 'activation',
    legend = true,
    layer = 1,
    plane = [0, 1],
    resolution = 32,
  } = props;
  const source: TrainingSource | null = useSource(props.source);
  const { classNames } = props;
  const slot = useMemo(() => slotNames<ActivationHeatmapSlot>('activation-heatmap', classNames), [classNames]);
  const shared: ModeProps = { mode, quantity, words, slot, showLegend: legend };
  if (values) {
    const problem = problemOf(values);
    if (problem !== null) return <ErrorBox error={problem} messages={words} />;
    return 'layers' in values ? (
      <GivenLayers {...shared} given={values.layers} />
    ) : (
      <GivenPictures {...shared} given={values} />
    );
  }
  if (!source) return <Message>{words.noSource}</Message>;
  switch (mode) {
    case 'layers':
      return <SourceLayers {...shared} source={source} />;
    case 'inputWeights':
      return <SourceInputWeights {...shared} source={source} />;
    case 'responseMaps':
      return <SourceResponseMaps {...shared} source={source} layer={layer} plane={plane} resolution={resolution} />;
  }
}

/** Caught here and not by the boundary: a server has none. */
function problemOf(values: HeatmapValues): unknown {
  try {
    checkValues(values);
    return null;
  } catch (error) {
    return error;
  }
}
