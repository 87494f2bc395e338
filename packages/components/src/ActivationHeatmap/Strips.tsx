'use client';
import type { Activation } from '@neuroglow/engine';
import { useCallback, useEffect, useMemo, type ReactElement, type RefObject } from 'react';
import type { ScaleEntry } from '../shared/legend/legendEntry.js';
import { LegendList } from '../shared/legend/LegendList.js';
import { activationRule, signedRule } from '../shared/domain.js';
import { useRoot } from '../shared/Root.js';
import type { Size } from '../shared/useSize.js';
import type { ModeProps } from './ActivationHeatmap.js';
import type { CellNames } from './CellList.js';
import { CellPicture } from './CellPicture.js';
import type { FrameStore } from '../shared/frameStore.js';
import { layoutLayers } from './geometry.js';
import type { ActivationHeatmapMessages } from './messages.js';
import { useCells } from './useCells.js';

/** What the strips need to know of a layer; its values come separately, frame by frame. */
export interface StripLayer {
  readonly name: string;
  readonly neurons: number;
  readonly activation: Activation | null;
  readonly shape: readonly [rows: number, columns: number] | null;
  readonly labels: readonly string[] | null;
}

/** One value a neuron of every layer. */
export interface LayerNumbers {
  readonly values: readonly ArrayLike<number>[];
  readonly runId: string;
}

export interface StripsProps extends ModeProps {
  readonly layers: readonly StripLayer[];
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly numbers: FrameStore<LayerNumbers>;
}

/** The layers, one below the other, and a legend for each domain among them. */
export function Strips({ layers, stage, numbers, quantity, words, slot, showLegend }: StripsProps): ReactElement {
  const { format } = useRoot();
  const rules = useMemo(
    () =>
      layers.map(({ activation }, layer) =>
        quantity === 'preActivation' && layer > 0 ? signedRule : activationRule(activation),
      ),
    [layers, quantity],
  );
  const { store, show, notFinite, domains, extend, scales, alternative, say } = useCells(rules);
  const layoutFor = useCallback(
    ({ width, height }: Size) =>
      layoutLayers(
        layers.map(({ neurons, shape, labels }) => ({ neurons, shape, labels: labels !== null })),
        width,
        height,
      ),
    [layers],
  );
  const names = useMemo(
    () =>
      layers.map(({ name, activation, labels }, layer): CellNames => ({
        name,
        title: words.layer(name, activation),
        labels,
        quantity: layer === 0 && activation === null ? words.inputValue : words[quantity],
      })),
    [layers, words, quantity],
  );

  useEffect(() => {
    const receive = (): void => {
      const frame = numbers.get();
      // A frame of the architecture before: the one that fits is on its way.
      if (!frame || !layers.every(({ neurons }, layer) => frame.values[layer]?.length === neurons)) return;
      const values = new Float32Array(layers.reduce((sum, { neurons }) => sum + neurons, 0));
      let offset = 0;
      for (const [layer, of] of frame.values.entries()) {
        values.set(of, offset);
        offset += of.length;
        extend(layer, of, frame.runId);
      }
      show({ values, readings: frame.values });
      say(() =>
        layers
          .map(({ name, neurons, labels }, layer) => {
            const of = frame.values[layer] ?? [];
            const strongest = indexOfLargest(of);
            const who = words.neuron(strongest + 1, labels?.[strongest] ?? null);
            return words.summary(name, neurons, who, of[strongest] ?? NaN, format);
          })
          .join(' '),
      );
    };
    receive();
    return numbers.subscribe(receive);
  }, [numbers, layers, extend, show, say, words, format]);

  return (
    <>
      <CellPicture
        stage={stage}
        store={store}
        layoutFor={layoutFor}
        scales={scales}
        dotScale={null}
        smooth={false}
        names={names}
        words={words}
        slot={slot}
      />
      <div ref={alternative} className="neuroglow__hidden" />
      {showLegend && (
        <LegendList entries={entriesOf(names, domains, notFinite, words)} messages={words} className={slot('legend')} />
      )}
    </>
  );
}

/** An entry a domain: layers that share one share it. A quantity that has several says whose each is. */
function entriesOf(
  names: readonly CellNames[],
  domains: readonly (readonly [number, number])[],
  notFinite: number,
  words: ActivationHeatmapMessages,
): readonly ScaleEntry[] {
  const groups = new Map<string, { readonly layers: CellNames[]; readonly domain: readonly [number, number] }>();
  for (const [layer, name] of names.entries()) {
    const domain = domains[layer] ?? [0, 1];
    const group = groups.get(domain.join(' ')) ?? { layers: [], domain };
    group.layers.push(name);
    groups.set(domain.join(' '), group);
  }
  const all = [...groups.values()];
  const isSplit = (quantity: string): boolean =>
    all.filter(({ layers }) => layers.some((layer) => layer.quantity === quantity)).length > 1;
  return all.map(({ layers, domain }, index) => ({
    kind: 'scale',
    label: [...new Set(layers.map(({ quantity }) => quantity))]
      .map((quantity) => {
        const whose = layers.filter((layer) => layer.quantity === quantity).map(({ name }) => name);
        return isSplit(quantity) ? words.quantityOf(quantity, whose) : quantity;
      })
      .join(', '),
    domain,
    notFinite: index === all.length - 1 ? notFinite : 0,
  }));
}

function indexOfLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    const value = values[index] ?? NaN;
    if (value > (values[best] ?? NaN) || Number.isNaN(values[best])) best = index;
  }
  return best;
}
