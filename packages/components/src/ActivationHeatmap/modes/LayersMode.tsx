'use client';
import {
  useInput,
  useNetwork,
  useSupport,
  useView,
  pictureShape,
  type InputReference,
  type TrainingSource,
} from '@neuroglow/engine';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { ErrorBox, Message } from '../../shared/Message.js';
import type { ModeProps } from '../ActivationHeatmap.js';
import { createFrameStore } from '../../shared/frameStore.js';
import { Strips, type LayerNumbers, type StripLayer } from '../Strips.js';
import type { HeatmapLayer } from '../values.js';

/** A strip of cells a layer, of the source's network for the input looked at. */
export function SourceLayers(props: ModeProps & { readonly source: TrainingSource }): ReactElement {
  const { source, words } = props;
  const network = useNetwork(source);
  const [input] = useInput(source);
  const support = useSupport(input && { kind: 'activations', input }, { source });
  const layers = useMemo(
    () => network?.layers.map((layer): StripLayer => ({ ...layer, shape: pictureShape(layer.shape) })),
    [network],
  );
  if (!layers || !input) return <Message>{words.noInput}</Message>;
  if (support !== true) return <Message>{support.reason}</Message>;
  return <WatchedLayers {...props} layers={layers} input={input} />;
}

interface WatchedLayersProps extends ModeProps {
  readonly source: TrainingSource;
  readonly layers: readonly StripLayer[];
  readonly input: InputReference;
}

function WatchedLayers(props: WatchedLayersProps): ReactElement {
  const { source, quantity, layers, input } = props;
  const stage = useRef<HTMLDivElement | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [numbers] = useState(() => createFrameStore<LayerNumbers>());
  useView(
    { kind: 'activations', input },
    (frame) => {
      setError(null);
      numbers.set({
        values: quantity === 'activation' ? frame.activations : frame.preActivations,
        runId: frame.runId,
      });
    },
    { source, element: stage, onError: setError },
  );
  return (
    <>
      {error && <ErrorBox error={error} messages={props.words} />}
      <Strips {...props} layers={layers} stage={stage} numbers={numbers} />
    </>
  );
}

/** A strip of cells a layer, of plain values. */
export function GivenLayers(props: ModeProps & { readonly given: readonly HeatmapLayer[] }): ReactElement {
  const { given } = props;
  const stage = useRef<HTMLDivElement | null>(null);
  const [numbers] = useState(() => createFrameStore<LayerNumbers>());
  // By what it says, so that new values alone keep layout and domains.
  const description = JSON.stringify(given.map(describe));
  const layers = useMemo(() => JSON.parse(description) as readonly StripLayer[], [description]);
  useEffect(() => {
    numbers.set({ values: given.map(({ values }) => values), runId: description });
  }, [numbers, given, description]);
  return <Strips {...props} layers={layers} stage={stage} numbers={numbers} />;
}

function describe({ name, values, activation = null, shape = null, labels = null }: HeatmapLayer): StripLayer {
  return { name, neurons: values.length, activation, shape, labels };
}
