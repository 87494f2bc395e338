'use client';
import { useSelection, type NetworkDescription, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import { LegendList } from '../controls/LegendList.js';
import { Message } from '../shared/Message.js';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { useSize, type Size } from '../shared/useSize.js';
import type { DescribeContext } from './describe.js';
import { showsShares } from './describe.js';
import { Editor } from './Editor.js';
import type { ExporterSlot } from './exportHandle.js';
import { useExporter } from './useExporter.js';
import { computeGeometry, type GraphGeometry, type Margin } from './geometry.js';
import { legendEntries, type LegendContext } from './legend.js';
import type { NetworkGraphMessages } from './messages.js';
import { glyphPlan, type NetworkGraphProps, type NetworkGraphSlot } from './NetworkGraph.js';
import type { NumbersStore } from './numbers.js';
import type { PassStage } from './pass.js';
import { PassControls } from './PassControls.js';
import { PictureController, type ReportSummary } from './pictureController.js';
import { placeLayers } from './placement.js';
import { GraphScales, type GraphDomains } from './scales.js';
import type { SceneOptions } from './scene.js';
import { Stage } from './Stage.js';
import { updateRuleOf } from './updateLines.js';
import { useLayerViews } from './useLayerViews.js';
import { useZoom } from './useZoom.js';

export interface GraphProps {
  readonly options: NetworkGraphProps;
  readonly network: NetworkDescription;
  readonly source: TrainingSource | null;
  readonly store: NumbersStore;
  /** Filled with the element that decides whether the picture is on screen. */
  readonly stage: RefObject<HTMLDivElement | null>;
  /** What cannot be shown, in sentences. */
  readonly reasons: readonly string[];
  readonly words: NetworkGraphMessages;
  readonly slot: SlotNames<NetworkGraphSlot>;
  readonly exporter: ExporterSlot;
}

/** The picture with all around it: geometry, scales, legend, tools. Joins them; each knows nothing of the others. */
export function Graph(props: GraphProps): ReactElement {
  const { options, network, source, store, stage, reasons, words, slot } = props;
  const { neuronColor = 'activation', connectionColor = 'weight', connections = 'all' } = options;
  const { theme, format, element: root } = useRoot();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useIsomorphicLayoutEffect(() => setElement(stage.current), [stage]);
  const size = useSize(element);
  const [selection] = useSelection();
  const views = useLayerViews(options);
  const glyph = useStableGlyph(options);
  const whole = useGeometry(props, size, views, selection.neurons);
  const zoom = useZoom(element, whole, options.zoomable ?? false);
  const geometry = zoom.geometry;

  const scales = useMemo(
    () => new GraphScales(network.layers, neuronColor, connectionColor, glyphRule(network, glyph)),
    [network, neuronColor, connectionColor, glyph],
  );
  const [grown, setGrown] = useState<{ scales: GraphScales; domains: GraphDomains } | null>(null);
  const domains = grown?.scales === scales ? grown.domains : scales.domains;
  const [report, setReport] = useState<ReportSummary | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [controller] = useState(() => new PictureController(store));
  const canvas = useRef<HTMLCanvasElement | null>(null);

  const filterKey = JSON.stringify(connections);
  const sceneOptions = useMemo<SceneOptions | null>(
    () =>
      geometry && {
        size,
        geometry,
        counts: network.layers.map(({ neurons }) => neurons),
        theme,
        neuronColor,
        connectionColor,
        filter: filterOf(JSON.parse(filterKey) as NonNullable<NetworkGraphProps['connections']>),
        glyph,
        bars: showsBars(network),
      },
    [size, geometry, network, theme, neuronColor, connectionColor, filterKey, glyph],
  );
  const latestScales = useRef(scales);
  useEffect(() => {
    latestScales.current = scales;
    controller.configure(sceneOptions, scales);
  }, [controller, sceneOptions, scales]);
  useEffect(() => {
    if (!canvas.current) return;
    return controller.attach(canvas.current, {
      onDomains: (grownDomains) => setGrown({ scales: latestScales.current, domains: grownDomains }),
      onReport: (summary) => {
        setReport(summary);
        setFailure(null);
      },
      onFailed: setFailure,
    });
  }, [controller]);
  const { events } = options;
  useEffect(() => {
    controller.emphasize({ selected: [...selection.neurons, ...(events ?? [])] });
  }, [controller, selection, events]);

  const [passStage, setStage] = useState<PassStage | null>(null);
  const context = useMemo<DescribeContext>(
    () => ({
      network,
      neuronColor,
      words,
      format,
      phase: passStage?.phase ?? null,
      update: passStage?.phase === 'update' ? updateRuleOf(source) : null,
    }),
    [network, neuronColor, words, format, passStage, source],
  );
  const legendContext: LegendContext = {
    network,
    neuronColor,
    connectionColor,
    gradientOf: options.gradientOf ?? 'sample',
    changeSince: options.changeSince ?? 0,
    glyph,
    showsConnections: connections !== 'none',
    notFinite: report?.notFinite ?? 0,
    words,
    format,
  };
  const entries = legendEntries(legendContext, domains);
  const caption = captionOf(legendContext, report);
  useExporter(props.exporter, { controller, scene: sceneOptions, context, entries, caption, root });

  return (
    <>
      {options.pass && (
        <PassControls
          kind={options.pass}
          controller={controller}
          store={store}
          source={source}
          network={network}
          words={words}
          slot={slot}
          onStage={setStage}
        />
      )}
      <Stage
        stage={stage}
        canvas={canvas}
        geometry={geometry}
        controller={controller}
        store={store}
        context={context}
        views={views}
        zoom={zoom}
        words={words}
        slot={slot}
        element={element}
        labels={options.labels ?? true}
        fills={options.aspect !== undefined}
        renderNeuron={options.renderNeuron}
      />
      {failure !== null && <Message>{failure}</Message>}
      {reasons.map((reason) => (
        <Message key={reason}>{reason}</Message>
      ))}
      {options.editable && source?.controls && (
        <Editor
          controls={source.controls}
          context={context}
          store={store}
          neuron={selection.neurons.find(({ layer }) => layer > 0) ?? null}
          slot={slot}
        />
      )}
      {(options.legend ?? true) && (
        <>
          <div className={slot('caption')}>{caption}</div>
          <LegendList entries={entries} messages={words} className={slot('legend')} />
        </>
      )}
    </>
  );
}

function useStableGlyph(options: NetworkGraphProps) {
  const plan = glyphPlan(options);
  const key = JSON.stringify(plan);
  return useMemo(() => JSON.parse(key) as typeof plan, [key]);
}

const comfortable = 8;

function useGeometry(
  { options, network }: GraphProps,
  size: Size,
  { expanded, pages }: ReturnType<typeof useLayerViews>,
  selected: Parameters<typeof placeLayers>[1]['keep'],
): GraphGeometry | null {
  const { maxNeurons = 16, collapse = 'image', layout = 'left-right', labels = true, events } = options;
  const { margin = comfortable } = options;
  // By what it says, so that a literal is no change.
  const marginKey = JSON.stringify(marginOf(margin));
  const glyph = useStableGlyph(options);
  return useMemo(() => {
    if (!(size.width > 0 && size.height > 0)) return null;
    const keep = [...selected, ...(events ?? [])];
    const around = JSON.parse(marginKey) as Margin;
    const placed = placeLayers(network.layers, { maxNeurons, collapse, expanded, pages, keep });
    return computeGeometry(network.layers, placed, {
      width: size.width,
      height: size.height,
      orientation: layout,
      margin: around,
      labels,
      bars: showsBars(network),
      glyphLayer: glyph?.layer ?? -1,
    });
  }, [network, size, maxNeurons, collapse, expanded, pages, selected, events, layout, labels, marginKey, glyph]);
}

function marginOf(margin: NonNullable<NetworkGraphProps['margin']>): Margin {
  if (typeof margin === 'number') return { top: margin, right: margin, bottom: margin, left: margin };
  return { top: comfortable, right: comfortable, bottom: comfortable, left: comfortable, ...margin };
}

function showsBars({ layers }: NetworkDescription): boolean {
  return layers.length > 1 && showsShares(layers[layers.length - 1]);
}

function filterOf(connections: NonNullable<NetworkGraphProps['connections']>): SceneOptions['filter'] {
  return typeof connections === 'string' ? { kind: connections } : connections;
}

function glyphRule({ layers }: NetworkDescription, glyph: SceneOptions['glyph']) {
  const activation = layers[glyph?.layer ?? 1]?.activation;
  if (glyph?.kind === 'responseMap' && (activation === 'sigmoid' || activation === 'softmax')) {
    return { kind: 'fixed', domain: [0, 1] } as const;
  }
  if (glyph?.kind === 'responseMap' && (activation === 'tanh' || activation === 'sin')) {
    return { kind: 'fixed', domain: [-1, 1] } as const;
  }
  return { kind: 'symmetric' } as const;
}

function captionOf(context: LegendContext, report: ReportSummary | null): string {
  const { network, words, format, connectionColor, gradientOf } = context;
  if (!report || report.of === 0) return '';
  const quantity =
    connectionColor === 'gradient'
      ? `${words.connectionQuantities.gradient} ${words.gradientOf[gradientOf]}`
      : words.connectionQuantities[connectionColor];
  const said = words.connections(report.drawn, report.of, quantity, format);
  if (report.density.length === 0) return said;
  return `${said} · ${words.density(report.density.map((layer) => network.layers[layer]?.name ?? ''))}`;
}
