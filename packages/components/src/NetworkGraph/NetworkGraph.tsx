'use client';
import {
  useInput,
  useNetwork,
  useSource,
  useSupport,
  type InputReference,
  type NetworkDescription,
  type TrainingSource,
} from '@neuroglow/engine';
import { useStable } from '@neuroglow/engine/internal';
import {
  forwardRef,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ForwardRefExoticComponent,
  type ReactElement,
  type RefAttributes,
} from 'react';
import { ErrorBox, Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import type { QuantityContext } from '../shared/quantities/quantity.js';
import { Root } from '../shared/Root.js';
import { slotNames } from '../shared/slots.js';
import { attachExporting, createExporterSlot, type NetworkGraphElement } from './export/exportHandle.js';
import { Graph, type GraphProps } from './Graph.js';
import { networkGraphMessages, type NetworkGraphMessages } from './messages.js';
import { createNumbersStore } from './quantities/numbersStore.js';
import { problemOf } from './checkProps.js';
import { bindShown, type ShownQuantities } from './quantities/shownQuantities.js';
import type { GlyphPlan } from './scene/sceneBuilder.js';
import { networkGraphStyles } from './styles.js';
import { useWatchedNumbers } from './quantities/useWatchedNumbers.js';
import { numbersOf, type NetworkGraphValues } from './quantities/values.js';
import type { NetworkGraphProps, NetworkGraphSlot } from './types.js';

/** A network as a graph: neurons coloured by a quantity, connections by weight, what flows or what is learnt. */
export const NetworkGraph: ForwardRefExoticComponent<NetworkGraphProps & RefAttributes<NetworkGraphElement>> =
  forwardRef<NetworkGraphElement, NetworkGraphProps>(function NetworkGraph(props, ref) {
    const words = useMemo(() => withMessages(networkGraphMessages, props.messages), [props.messages]);
    const [exporter] = useState(createExporterSlot);
    // The element that a ref gets can also write itself down as a picture.
    const detach = useRef<(() => void) | null>(null);
    const handle = useCallback(
      (element: HTMLDivElement | null) => {
        detach.current?.();
        detach.current = element && attachExporting(ref, element, exporter);
      },
      [ref, exporter],
    );
    return (
      <Root
        name="network-graph"
        props={props}
        forwardedRef={handle}
        messages={words}
        styles={networkGraphStyles}
        label={words.label}
        aspect={props.aspect}
      >
        <Content props={props} words={words} exporter={exporter} />
      </Root>
    );
  });

type Shared = Omit<GraphProps, 'network' | 'store' | 'stage' | 'source' | 'reasons' | 'glyph' | 'shown'>;

function Content({
  props,
  words,
  exporter,
}: {
  readonly props: NetworkGraphProps;
  readonly words: NetworkGraphMessages;
  readonly exporter: Shared['exporter'];
}): ReactElement {
  const source = useSource(props.source);
  const { classNames, values } = props;
  const slot = useMemo(() => slotNames<NetworkGraphSlot>('network-graph', classNames), [classNames]);
  const shared: Shared = { options: props, words, slot, exporter };
  const problem = problemOf(props);
  if (problem !== null) return <ErrorBox error={problem} messages={words} />;
  if (values) return <GivenGraph {...shared} values={values} />;
  if (!source) return <Message>{words.noSource}</Message>;
  return <SourceGraph {...shared} source={source} />;
}

/** Plain values: every new array is a new frame. */
function GivenGraph({ values, ...shared }: Shared & { readonly values: NetworkGraphValues }): ReactElement {
  const stage = useRef<HTMLDivElement | null>(null);
  const [store] = useState(createNumbersStore);
  const { network, responseMaps } = values;
  const { options, words } = shared;
  const wanted = useGlyphPlan(options);
  const isMissing = wanted?.kind === 'responseMap' && !responseMaps;
  const glyph = isMissing ? null : wanted;
  useEffect(() => {
    store.update(numbersOf(values, glyph));
  }, [store, values, glyph]);
  const { shown } = useShownQuantities(options, network, givenInput);
  const reasons = isMissing ? [words.noResponseMaps] : [];
  return (
    <Graph
      {...shared}
      network={network}
      shown={shown}
      store={store}
      stage={stage}
      source={null}
      glyph={glyph}
      reasons={reasons}
    />
  );
}

const parameters = { kind: 'parameters' } as const;

function SourceGraph({ source, ...shared }: Shared & { readonly source: TrainingSource }): ReactElement {
  const network = useNetwork(source);
  // A source may have curves only: its own sentence says so.
  const support = useSupport(parameters, { source });
  if (!network) return <Message>{support === true ? shared.words.waiting : support.reason}</Message>;
  return <WatchedGraph {...shared} source={source} network={network} />;
}

function WatchedGraph(
  props: Shared & { readonly source: TrainingSource; readonly network: GraphProps['network'] },
): ReactElement {
  const { source, network, options, words } = props;
  const stage = useRef<HTMLDivElement | null>(null);
  const [store] = useState(createNumbersStore);
  const [input] = useInput(source);
  const glyph = useGlyphPlan(options);
  const { shown, context } = useShownQuantities(options, network, input);
  const { reasons, hasGlyphs, error } = useWatchedNumbers(store, {
    source,
    network,
    context,
    shown,
    element: stage,
    glyph,
    marks: options.marks ?? true,
  });
  const missing = reasons.map(({ view, reason }) => words.missing(view, reason));
  const all = input === null ? [...missing, words.noInput] : missing;
  return (
    <>
      {error && <ErrorBox error={error} messages={words} />}
      <Graph {...props} shown={shown} store={store} stage={stage} glyph={hasGlyphs ? glyph : null} reasons={all} />
    </>
  );
}

/** Plain values answer for whatever input they were computed. */
const givenInput: InputReference = { values: [] };

function useShownQuantities(
  { neuronColor, connectionColor, beside, gradientOf = 'sample', changeSince = 0 }: NetworkGraphProps,
  network: NetworkDescription,
  input: InputReference | null,
): { readonly shown: ShownQuantities; readonly context: QuantityContext } {
  const context = useStable(
    useMemo((): QuantityContext => ({ input, gradientOf, since: changeSince }), [input, gradientOf, changeSince]),
  );
  const asked = useStable(beside);
  const shown = useMemo(
    () => bindShown({ neuronColor, connectionColor, beside: asked }, network.layers, context),
    [neuronColor, connectionColor, asked, network, context],
  );
  return { shown, context };
}

/** Which layer carries pictures; null for plain discs. */
function useGlyphPlan({ neuronGlyph = 'disc', glyphLayer = 1 }: NetworkGraphProps): GlyphPlan | null {
  return useMemo(
    () =>
      neuronGlyph === 'disc' ? null : { kind: neuronGlyph, layer: neuronGlyph === 'inputWeights' ? 1 : glyphLayer },
    [neuronGlyph, glyphLayer],
  );
}
