'use client';
import {
  useSelection,
  useViewer,
  type NetworkDescription,
  type NeuronReference,
  type TrainingSource,
  type Viewer,
} from '@neuroglow/engine';
import { useIsLive, useStable } from '@neuroglow/engine/internal';
import { useMemo, useState, type ReactElement, type RefObject } from 'react';
import { LegendList } from '../shared/legend/LegendList.js';
import { ErrorBox, Message } from '../shared/Message.js';
import { StepBadge } from '../shared/StepBadge.js';
import { pastStepText } from '../shared/pastStep.js';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { useSize } from '../shared/useSize.js';
import type { DescribeContext } from './labels/describeContext.js';
import { EmphasisSwitch } from './emphasis/EmphasisSwitch.js';
import { useEmphasis } from './emphasis/useEmphasis.js';
import type { ExporterSlot } from './export/exportHandle.js';
import { connectionCaption, legendEntries, type LegendContext } from './quantities/legend.js';
import { useKeptAnswer } from './labels/useKeptAnswer.js';
import type { NetworkGraphMessages } from './messages.js';
import type { NetworkGraphProps, NetworkGraphSlot } from './types.js';
import type { NumbersStore } from './quantities/numbersStore.js';
import type { ShownQuantities } from './quantities/shownQuantities.js';
import { passColors } from './pass/passColors.js';
import { PassControls } from './pass/PassControls.js';
import type { GlyphPlan } from './scene/sceneBuilder.js';
import { GraphContext, type GraphState } from './graphContext.js';
import { Stage } from './Stage.js';
import { updateRuleOf } from './pass/updateRule.js';
import { useEditing } from './editing/useEditing.js';
import type { LegendContent } from './export/graphContent.js';
import { useExporter } from './export/useExporter.js';
import { useGeometry } from './layout/useGeometry.js';
import type { MotionSettings } from './motion/graphMotion.js';
import { useMotion } from './motion/useMotion.js';
import { useLayerFlags } from './quantities/useLayerFlags.js';
import { useLayerViews } from './layout/useLayerViews.js';
import { usePass } from './pass/usePass.js';
import { useGraphCanvas, useCanvasController } from './scene/useGraphCanvas.js';
import { useZoom } from './interaction/useZoom.js';
import { ZoomButtons } from './interaction/ZoomButtons.js';

export interface GraphProps {
  readonly options: NetworkGraphProps;
  readonly network: NetworkDescription;
  readonly shown: ShownQuantities;
  readonly source: TrainingSource | null;
  readonly store: NumbersStore;
  /** Pictures in neurons, where they can be had. */
  readonly glyph: GlyphPlan | null;
  /** Filled with the element that decides whether the picture is on screen. */
  readonly stage: RefObject<HTMLDivElement | null>;
  /** What cannot be shown, in sentences. */
  readonly reasons: readonly string[];
  readonly words: NetworkGraphMessages;
  readonly slot: SlotNames<NetworkGraphSlot>;
  readonly exporter: ExporterSlot;
}

const none: readonly NeuronReference[] = [];

/** Whether the input shown is a row of the data, whose right answer is known. */
function looksAtSample(source: TrainingSource | null, viewer: Viewer): boolean {
  const { input } = viewer.getSnapshot();
  if (input !== null) return 'sample' in input;
  const { training = 0, probes = 0 } = source?.data ?? {};
  return training > 0 && probes === 0;
}

/** The picture with all around it: geometry, scales, legend, tools. Joins them; each knows nothing of the others. */
export function Graph(props: GraphProps): ReactElement {
  const { options, network, source, store, glyph, stage, reasons, words, slot } = props;
  const { connections = 'all', events, values } = options;
  const { format, theme, element: root } = useRoot();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useIsomorphicLayoutEffect(() => setElement(stage.current), [stage]);
  const size = useSize(element);
  const [selection, setSelection] = useSelection(source);
  const views = useLayerViews(options);
  const happened = useStable(events ?? none);
  const special = useMemo(() => [...selection.neurons, ...happened], [selection, happened]);
  const answers = useKeptAnswer(store, network, options.maxNeurons ?? 16);
  const kept = useMemo(() => [...special, ...answers], [special, answers]);
  const zoom = useZoom(
    element,
    useGeometry(options, network, props.shown.beside, glyph, size, views, kept),
    options.zoomable ?? false,
  );
  const controller = useCanvasController(store);
  const { geometry } = zoom;
  // Plain values without gradients go forward only.
  const kind = options.pass === 'training' && !source && !values?.deltas ? 'forward' : options.pass;
  const pass = usePass({ kind, controller, store, source, network, glyph });
  const phase = pass.stage?.phase ?? null;
  const shown = useMemo(() => passColors(props.shown, phase), [props.shown, phase]);
  const emphasized = useEmphasis(options, network, props.shown.connections.quantity.isEmphasized ?? false);
  const picture = useGraphCanvas({
    ...{ options, network, shown, glyph, geometry, size, controller, emphasized },
    ringed: special,
  });
  const flags = useLayerFlags(store);
  const viewer = useViewer();
  // What is edited is the run as it is now, which is not what a picture of a past step shows.
  const isLive = useIsLive();
  const isEditable = options.editable ?? false;
  const {
    editing,
    Editor,
    error: editError,
  } = useEditing({
    enabled: isEditable && isLive,
    source,
    network,
    store,
    onBegin: pass.end,
  });

  const context = useMemo<DescribeContext>(
    () => ({ network, shown, words, format, phase, update: phase === 'update' ? updateRuleOf(source) : null }),
    [network, shown, words, format, phase, source],
  );
  const { report, domains, failure } = picture;
  const moves = (options.motion ?? true) && !theme.reducedMotion && !theme.forcedColors;
  const showsWeights = shown.connections.quantity.name === 'weight' && connections !== 'none';
  const motion = useMemo<MotionSettings>(
    () => ({
      geometry: moves ? geometry : null,
      counts: network.layers.map(({ neurons }) => neurons),
      domains: showsWeights ? domains.connections : null,
      color: theme.colors.text,
      ratio: size.ratio,
    }),
    [moves, geometry, network, showsWeights, domains, theme, size.ratio],
  );
  const span = useMotion(picture.canvas, store, motion);
  const legendContext: LegendContext = {
    network,
    shown,
    ownColors: options.ownColors ?? [],
    isOwnScaled: report?.scaled ?? true,
    glyph,
    showsConnections: connections !== 'none',
    showsAll: connections === 'all' && emphasized.emphasis !== 'strongest',
    emphasizes: emphasized.emphasis === 'input',
    notFinite: report?.notFinite ?? 0,
    beyond: report?.beyond ?? 0,
    flags,
    // Until the first answer arrives, room is kept for its mark, so that nothing moves when it does.
    hasTruth: store.get().activations === null ? looksAtSample(source, viewer) : (report?.hasTruth ?? false),
    // Plain values have no steps between which a weight could change.
    shimmerSpan: moves && showsWeights && source ? span : null,
    words,
    format,
  };
  const describeLegend = (): LegendContent => ({
    entries: legendEntries(legendContext, domains),
    caption: connectionCaption(legendContext, report),
  });
  const legend = (options.legend ?? true) ? describeLegend() : null;
  const shownStep = (): number | null => {
    const { runId, step } = store.get();
    return runId === '' ? null : step;
  };
  const badge = source && (
    <StepBadge
      source={source}
      shown={shownStep}
      subscribe={store.subscribe}
      messages={words}
      isOverlaid={legend === null}
    />
  );
  // The switch and the number of connections that it leaves belong together.
  const hasSwitch = emphasized.choices.length > 0;
  const caption = legend && (
    <div className={slot('caption')}>
      {badge} {legend.caption}
    </div>
  );
  useExporter(props.exporter, {
    controller,
    root,
    stage: element,
    own: 'neuroglow-network-graph__own',
    context,
    legend: () => {
      const { entries, caption: said } = describeLegend();
      const past = source && pastStepText(source, viewer, shownStep(), words, format);
      return { entries, caption: [past, said].filter(Boolean).join(' · ') };
    },
    texts: () =>
      geometry && {
        ...{ geometry, context, flags, expanded: views.expanded, colors: theme.colors },
        ...{ numbers: store.get(), hasLabels: options.labels ?? true, stage: pass.stage, cost: pass.cost },
      },
  });
  const state: GraphState = {
    ...{ options, network, shown, source, geometry, store, controller, context, views, flags, zoom, pass, editing },
    ...{ emphasized, selection, setSelection, words, slot },
  };

  return (
    <GraphContext.Provider value={state}>
      {(options.pass !== undefined || zoom.enabled || hasSwitch) && (
        <div className={slot('tools')}>
          {options.pass !== undefined && <PassControls />}
          {hasSwitch && <EmphasisSwitch />}
          {hasSwitch && caption}
          {zoom.enabled && <ZoomButtons />}
        </div>
      )}
      <Stage stage={stage} canvas={picture.canvas} element={element}>
        {legend === null && badge}
      </Stage>
      {failure !== null && <Message>{failure}</Message>}
      {reasons.map((reason) => (
        <Message key={reason}>{reason}</Message>
      ))}
      {isEditable && !isLive && <Message>{words.editsLive}</Message>}
      {editing && Editor && (
        <Editor
          editing={editing}
          context={context}
          store={store}
          neuron={selection.neurons.find(editing.isEditable) ?? null}
          slot={slot}
        />
      )}
      {editError !== null && <ErrorBox error={editError} messages={words} />}
      {legend && (
        <div className={slot('key')}>
          {!hasSwitch && caption}
          <LegendList entries={legend.entries} messages={words} className={slot('legend')} />
        </div>
      )}
    </GraphContext.Provider>
  );
}
