'use client';
import type { NetworkDescription, NeuronReference } from '@neuroglow/engine';
import { useStable } from '@neuroglow/engine/internal';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useRoot } from '../../shared/Root.js';
import type { Size } from '../../shared/useSize.js';
import { useFrameState } from '../../shared/useFrameState.js';
import { activationRule, signedRule } from '../../shared/domain.js';
import { isGroup, type ScaleRule } from '../../shared/domainChoice.js';
import type { GraphGeometry } from '../layout/geometry.js';
import type { EmphasisState } from '../emphasis/useEmphasis.js';
import type { NetworkGraphProps } from '../types.js';
import type { NumbersStore } from '../quantities/numbersStore.js';
import type { ShownQuantities } from '../quantities/shownQuantities.js';
import { CanvasController, type ReportSummary } from './canvasController.js';
import { GraphScales, type GraphDomains } from '../quantities/scales.js';
import type { GlyphPlan, SceneOptions } from './sceneBuilder.js';

export interface GraphCanvasOptions {
  readonly options: NetworkGraphProps;
  readonly network: NetworkDescription;
  readonly shown: ShownQuantities;
  readonly glyph: GlyphPlan | null;
  readonly geometry: GraphGeometry | null;
  readonly size: Size;
  readonly controller: CanvasController;
  readonly emphasized: EmphasisState;
  /** Neurons that are ringed. */
  readonly ringed: readonly NeuronReference[];
}

export interface GraphCanvas {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** What is drawn, but for the numbers; null while there is no room. */
  readonly scene: SceneOptions | null;
  readonly domains: GraphDomains;
  readonly report: ReportSummary | null;
  /** Why nothing could be drawn. */
  readonly failure: string | null;
}

/** One controller for the life of a component. */
export function useCanvasController(store: NumbersStore): CanvasController {
  const [controller] = useState(() => new CanvasController(store));
  return controller;
}

/** Keeps the canvas at what the options say, and commits what the drawing reports: domains that grew, connections counted. */
export function useGraphCanvas({
  options,
  network,
  shown,
  glyph,
  geometry,
  size,
  controller,
  emphasized: { emphasis, strongest },
  ringed,
}: GraphCanvasOptions): GraphCanvas {
  const { theme } = useRoot();
  const choice = useStable(options.domain ?? 'run');
  const { connections: asked = 'all' } = options;
  const connections =
    emphasis === 'strongest' && asked === 'all' ? ({ kind: 'topK', count: strongest } as const) : asked;
  const scales = useMemo(
    () => new GraphScales({ layers: network.layers, shown, glyphRule: glyphRule(network, glyph), choice }),
    [network, shown, glyph, choice],
  );
  const [grown, setGrown] = useState<{ scales: GraphScales; domains: GraphDomains } | null>(null);
  const [report, setReport] = useState<ReportSummary | null>(null);
  const [failure, setFailure] = useFrameState<string | null>(null);
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const filter = useStable(filterOf(connections));
  const scene = useMemo<SceneOptions | null>(
    () =>
      geometry && {
        size,
        geometry,
        counts: network.layers.map(({ neurons }) => neurons),
        layers: network.layers,
        theme,
        shown,
        filter,
        emphasizes: emphasis === 'input',
        glyph,
      },
    [size, geometry, network, theme, shown, filter, emphasis, glyph],
  );
  const latestScales = useRef(scales);
  useEffect(() => {
    latestScales.current = scales;
    controller.configure(scene, scales);
  }, [controller, scene, scales]);
  useEffect(() => {
    // Another picture of the group may widen a domain.
    const leave = isGroup(choice)
      ? choice.subscribe(() => {
          if (!scales.refresh()) return;
          setGrown({ scales, domains: scales.domains });
          controller.emphasize({});
        })
      : null;
    return () => {
      leave?.();
      scales.release();
    };
  }, [controller, scales, choice]);
  useEffect(() => {
    if (!canvas.current) return;
    return controller.attach(canvas.current, {
      onDomains: (domains) => setGrown({ scales: latestScales.current, domains }),
      onReport: (summary) => {
        setReport(summary);
        setFailure(null);
      },
      onFailed: setFailure,
    });
  }, [controller, setFailure]);
  useEffect(() => {
    controller.emphasize({ selected: ringed });
  }, [controller, ringed]);
  return { canvas, scene, domains: grown?.scales === scales ? grown.domains : scales.domains, report, failure };
}

function filterOf(connections: NonNullable<NetworkGraphProps['connections']>): SceneOptions['filter'] {
  return typeof connections === 'string' ? { kind: connections } : connections;
}

function glyphRule({ layers }: NetworkDescription, glyph: GlyphPlan | null): ScaleRule {
  const rule = activationRule(layers[glyph?.layer ?? 1]?.activation ?? null);
  if (glyph?.kind !== 'responseMap') return { ...signedRule, quantity: 'weight' };
  return { ...(rule.kind === 'fixed' ? rule : signedRule), quantity: 'activation' };
}
