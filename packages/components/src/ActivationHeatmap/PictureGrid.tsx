'use client';
import { useCallback, useEffect, useMemo, type ReactElement, type RefObject } from 'react';
import type { ScaleEntry } from '../shared/legend/legendEntry.js';
import { LegendList } from '../shared/legend/LegendList.js';
import type { DomainRule } from '../shared/domain.js';
import { useRoot } from '../shared/Root.js';
import type { Size } from '../shared/useSize.js';
import type { ModeProps } from './ActivationHeatmap.js';
import type { CellNames } from './CellList.js';
import { CellPicture, type PictureShape } from './CellPicture.js';
import type { FrameStore } from '../shared/frameStore.js';
import { layoutPictures } from './geometry.js';
import { useCells } from './useCells.js';

/** What the grid needs to know of its pictures; their values come separately, frame by frame. Must keep its identity. */
export interface PictureDescription {
  readonly layer: number;
  readonly name: string;
  readonly neurons: number;
  readonly labels: readonly string[] | null;
  readonly rows: number;
  readonly columns: number;
  /** Values of one picture; fewer than rows · columns where the last row is not full. */
  readonly cells: number;
  readonly rule: DomainRule;
  /** The domain of the dots; null for pictures without. */
  readonly dotRule: DomainRule | null;
  /** Blend between cells: for maps of a continuous function. */
  readonly smooth: boolean;
  /** What is coloured. */
  readonly what: string;
  readonly note: string | null;
}

/** [neurons × cells] */
export interface PictureNumbers {
  readonly values: Float32Array;
  readonly runId: string;
}

export interface PictureGridProps extends ModeProps {
  readonly description: PictureDescription;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly numbers: FrameStore<PictureNumbers>;
  readonly activations: FrameStore<ArrayLike<number>> | null;
}

/** One picture a neuron, its number below, a dot that glows with its activation. */
export function PictureGrid(props: PictureGridProps): ReactElement {
  const { description, stage, numbers, activations, words, slot, showLegend } = props;
  const { layer, name, neurons, labels, rows, columns, cells, rule, dotRule, smooth, what, note } = description;
  const { format } = useRoot();
  const rules = useMemo(() => (dotRule ? [rule, dotRule] : [rule]), [rule, dotRule]);
  const { store, show, notFinite, domains, extend, scales, alternative, say } = useCells(rules);
  const layoutFor = useCallback(
    ({ width, height }: Size) => layoutPictures({ layer, neurons, rows, columns, values: cells }, width, height),
    [layer, neurons, rows, columns, cells],
  );
  const shape = useMemo((): PictureShape => ({ rows, columns }), [rows, columns]);
  const names = useMemo(
    (): readonly CellNames[] => [{ title: name, name, labels, quantity: words.activation }],
    [name, labels, words],
  );

  useEffect(() => {
    const receive = (): void => {
      const frame = numbers.get();
      if (frame?.values.length !== neurons * cells) return;
      const dots = activations?.get() ?? null;
      extend(0, frame.values, frame.runId);
      if (dots) extend(1, dots, frame.runId);
      show({ values: frame.values, readings: [dots?.length === neurons ? dots : null] });
      say(() => words.pictures(what, neurons, extremes(frame.values), format));
    };
    receive();
    const leave = [numbers.subscribe(receive), activations?.subscribe(receive)];
    return () => {
      for (const stop of leave) stop?.();
    };
  }, [numbers, activations, neurons, cells, extend, show, say, words, what, format]);

  const entries = domains.map((domain, index): ScaleEntry => ({
    kind: 'scale',
    label: index > 0 ? words.dots : domain[0] < 0 ? words.signed(what) : what,
    domain,
    notFinite: index === 0 ? notFinite : 0,
  }));
  return (
    <>
      <CellPicture
        stage={stage}
        store={store}
        layoutFor={layoutFor}
        scales={scales}
        dotScale={scales[1] ?? null}
        smooth={smooth}
        pictures={shape}
        names={names}
        words={words}
        slot={slot}
      />
      <div ref={alternative} className="neuroglow__hidden" />
      {showLegend && (
        <div className={slot('legend')}>
          <LegendList entries={entries} messages={words} />
          {note !== null && <div className={slot('note')}>{note}</div>}
        </div>
      )}
    </>
  );
}

/** The least and the largest finite value. */
function extremes(values: Float32Array): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
