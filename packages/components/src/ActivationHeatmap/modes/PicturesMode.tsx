'use client';
import {
  useInput,
  useNetwork,
  useSupport,
  useView,
  type NetworkDescription,
  type ResponseMapsView,
  type TrainingSource,
} from '@neuroglow/engine';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { activationRule, signedRule, spreadRule } from '../../shared/domain.js';
import { ErrorBox, Message } from '../../shared/Message.js';
import type { ModeProps } from '../ActivationHeatmap.js';
import { createFrameStore } from '../../shared/frameStore.js';
import { PictureGrid, type PictureDescription, type PictureNumbers } from '../PictureGrid.js';
import { weightPicture } from '../useDefaultAspect.js';
import type { HeatmapPictures } from '../values.js';

type SourceProps = ModeProps & { readonly source: TrainingSource };

/** What each neuron of the first hidden layer looks for, with its activation for the input looked at. */
export function SourceInputWeights(props: SourceProps): ReactElement {
  const { source, words, slot } = props;
  const network = useNetwork(source);
  const support = useSupport({ kind: 'inputWeights' }, { source });
  const description = useMemo(() => (network ? describeWeights(network, props.words) : null), [network, props.words]);
  if (support !== true) return <Message>{support.reason}</Message>;
  if (!description) return <Message>{words.waiting}</Message>;
  return <WatchedWeights {...props} slot={slot} description={description} />;
}

function WatchedWeights(props: SourceProps & { readonly description: PictureDescription }): ReactElement {
  const { source } = props;
  const stage = useRef<HTMLDivElement | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [numbers] = useState(() => createFrameStore<PictureNumbers>());
  const [activations] = useState(() => createFrameStore<ArrayLike<number>>());
  useView(
    { kind: 'inputWeights' },
    (frame) => {
      setError(null);
      numbers.set({ values: frame.weights, runId: frame.runId });
    },
    { source, element: stage, onError: setError },
  );
  useFirstLayer(source, stage, activations);
  return (
    <>
      {error && <ErrorBox error={error} messages={props.words} />}
      <PictureGrid {...props} stage={stage} numbers={numbers} activations={activations} />
    </>
  );
}

/** Activations of the first hidden layer for the input looked at, where the source has any: dots are left out where it has not. */
function useFirstLayer(
  source: TrainingSource,
  element: React.RefObject<HTMLDivElement | null>,
  into: { readonly set: (values: ArrayLike<number>) => void },
): void {
  const [input] = useInput(source);
  const wanted = input && ({ kind: 'activations', input } as const);
  const support = useSupport(wanted, { source });
  useView(
    support === true ? wanted : null,
    (frame) => {
      const [, first] = frame.activations;
      if (first) into.set(first);
    },
    { source, element },
  );
}

function describeWeights({ layers }: NetworkDescription, words: ModeProps['words']): PictureDescription | null {
  const [input, first] = layers;
  if (!input || !first) return null;
  const [rows, columns] = weightPicture(input);
  return {
    layer: 1,
    name: first.name,
    neurons: first.neurons,
    labels: first.labels,
    rows,
    columns,
    cells: input.neurons,
    rule: spreadRule,
    dotRule: activationRule(first.activation),
    smooth: false,
    what: words.weightsOf(first.name),
    note: null,
  };
}

export interface ResponseMapsProps extends SourceProps {
  readonly layer: number;
  readonly resolution: number;
  readonly plane: readonly [x: number, y: number];
}

/** Each neuron of a layer over a plane of two inputs. */
export function SourceResponseMaps(props: ResponseMapsProps): ReactElement {
  const { source, layer, resolution, plane, quantity, words } = props;
  const network = useNetwork(source);
  const [x, y] = plane;
  const view = useMemo(
    (): ResponseMapsView => ({ kind: 'responseMaps', layer, resolution, inputs: [x, y], quantity }),
    [layer, resolution, x, y, quantity],
  );
  const support = useSupport(view, { source });
  const description = useMemo((): PictureDescription | null => {
    const of = network?.layers[layer];
    const input = network?.layers[0];
    if (!of || !input) return null;
    const inputName = (index: number): string => input.labels?.[index] ?? words.inputNumber(index + 1);
    return {
      layer,
      name: of.name,
      neurons: of.neurons,
      labels: of.labels,
      rows: resolution,
      columns: resolution,
      cells: resolution * resolution,
      rule: quantity === 'preActivation' ? signedRule : activationRule(of.activation),
      dotRule: null,
      smooth: true,
      what: words.responseOf(of.name, words[quantity]),
      note: words.plane(inputName(x), inputName(y), input.neurons - 2),
    };
  }, [network, layer, resolution, x, y, quantity, words]);
  if (support !== true) return <Message>{support.reason}</Message>;
  if (!description) return <Message>{words.waiting}</Message>;
  return <WatchedMaps {...props} view={view} description={description} />;
}

function WatchedMaps(
  props: ResponseMapsProps & { readonly view: ResponseMapsView; readonly description: PictureDescription },
): ReactElement {
  const { source, view } = props;
  const stage = useRef<HTMLDivElement | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [numbers] = useState(() => createFrameStore<PictureNumbers>());
  useView(
    view,
    (frame) => {
      setError(null);
      numbers.set({ values: frame.maps, runId: frame.runId });
    },
    { source, element: stage, onError: setError },
  );
  return (
    <>
      {error && <ErrorBox error={error} messages={props.words} />}
      <PictureGrid {...props} stage={stage} numbers={numbers} activations={null} />
    </>
  );
}

/** A picture a neuron, of plain values. */
export function GivenPictures(props: ModeProps & { readonly given: HeatmapPictures }): ReactElement {
  const { given, words, mode } = props;
  const { name, neurons, rows, columns, layer = 1, pictures, activations: dots } = given;
  const stage = useRef<HTMLDivElement | null>(null);
  const [numbers] = useState(() => createFrameStore<PictureNumbers>());
  const [activations] = useState(() => createFrameStore<ArrayLike<number>>());
  const maps = mode === 'responseMaps';
  const hasDots = dots !== undefined;
  const description = useMemo(
    (): PictureDescription => ({
      layer,
      name,
      neurons,
      labels: null,
      rows,
      columns,
      cells: rows * columns,
      rule: maps ? activationRule(null) : spreadRule,
      dotRule: hasDots ? activationRule(null) : null,
      smooth: maps,
      what: maps ? words.responseOf(name, words.activation) : words.weightsOf(name),
      note: null,
    }),
    [layer, name, neurons, rows, columns, maps, hasDots, words],
  );
  useEffect(() => {
    numbers.set({ values: Float32Array.from(pictures), runId: 'given' });
    if (dots) activations.set(dots);
  }, [numbers, activations, pictures, dots]);
  return (
    <PictureGrid
      {...props}
      description={description}
      stage={stage}
      numbers={numbers}
      activations={hasDots ? activations : null}
    />
  );
}
