'use client';
import { useHover, useSelection, type NeuronReference } from '@neuroglow/engine';
import { useEffect, useId, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import type { Tooltip } from '../shared/tooltip.js';
import type { ActivationHeatmapSlot } from './ActivationHeatmap.js';
import type { FrameStore } from '../shared/frameStore.js';
import type { CellFrame } from './cellFrame.js';
import { cellOf, labelHeight, neuronAt, neuronByKey, rowsOf, type CellGroup } from './geometry.js';
import type { ActivationHeatmapMessages } from './messages.js';
import { toggleNeuron } from './selection.js';

/** What a group of cells is called. */
export interface CellNames {
  /** Above it. */
  readonly title: string;
  /** The layer's name. */
  readonly name: string;
  readonly labels: readonly string[] | null;
  /** What a reading is: "activation". */
  readonly quantity: string;
}

export interface CellListProps {
  readonly group: CellGroup;
  readonly index: number;
  readonly names: CellNames;
  /** Whether the labels stand under the cells. */
  readonly labelled: boolean;
  readonly store: FrameStore<CellFrame>;
  readonly tooltip: Pick<Tooltip, 'show' | 'hide'>;
  readonly words: ActivationHeatmapMessages;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
}

/**
 * A layer's neurons as one list with one stop for the Tab key: arrow keys walk, Enter or Space selects, Escape clears. One element, the
 * current option, moves over the cells, so that 784 neurons cost no more than four; it moves without React.
 */
export function CellList({ group, index, names, labelled, store, tooltip, words, slot }: CellListProps): ReactElement {
  const { layer, neurons } = group;
  const { format } = useRoot();
  const [selection, setSelection] = useSelection();
  const option = useRef<HTMLDivElement | null>(null);
  const current = useRef(0);
  const own = useRef(false);
  const id = useId();

  const label = (neuron: number): string | null => names.labels?.[neuron] ?? null;
  const reading = (neuron: number): string | null => {
    const value = store.get()?.readings[index]?.[neuron];
    return value === undefined ? null : `${names.quantity} ${format.value(value)}`;
  };
  const isSelected = (neuron: number): boolean =>
    selection.neurons.some((picked) => picked.layer === layer && picked.neuron === neuron);

  /** Moves the option over a neuron's cell, or hides it. */
  const show = (neuron: number | null): void => {
    const box = option.current;
    if (!box) return;
    box.toggleAttribute('data-shown', neuron !== null);
    if (neuron === null) return;
    current.current = neuron;
    const cell = cellOf(group, neuron);
    Object.assign(box.style, {
      transform: `translate(${cell.x - group.x}px, ${cell.y - group.y}px)`,
      width: `${cell.width}px`,
      height: `${cell.height}px`,
    });
    box.setAttribute(
      'aria-label',
      [words.neuronOf(neuron + 1, neurons, label(neuron)), reading(neuron)].filter(Boolean).join(', '),
    );
    box.setAttribute('aria-posinset', String(neuron + 1));
    box.setAttribute('aria-selected', String(isSelected(neuron)));
  };
  const tell = (neuron: number): void => {
    const value = reading(neuron);
    const title = `${names.name} · ${words.neuron(neuron + 1, label(neuron))}`;
    tooltip.show({ title, lines: value === null ? [] : [value] }, cellOf(group, neuron));
  };

  const setHover = useHover((hovered) => {
    const here = hovered?.layer === layer && hovered.neuron < neurons ? hovered.neuron : null;
    show(here);
    if (here !== null && own.current) tell(here);
  });
  const point = (neuron: number | null): void => {
    own.current = neuron !== null;
    if (neuron === null) tooltip.hide();
    setHover(neuron === null ? null : { layer, neuron });
  };

  // What is pointed at goes on changing while the network learns.
  useEffect(() =>
    store.subscribe(() => {
      if (!own.current) return;
      show(current.current);
      tell(current.current);
    }),
  );

  const pick = (neuron: number, add: boolean): void =>
    setSelection({ ...selection, neurons: toggleNeuron(selection.neurons, { layer, neuron }, add) });
  const pointed = (event: PointerEvent | React.MouseEvent): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    // Measured on screen, so that a page that scales the picture still hits.
    const scale = box.width > 0 ? event.currentTarget.clientWidth / box.width : 1;
    return neuronAt(group, group.x + (event.clientX - box.left) * scale, group.y + (event.clientY - box.top) * scale);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      setSelection({ ...selection, neurons: [] });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      pick(current.current, event.shiftKey || event.ctrlKey || event.metaKey);
    } else {
      const next = neuronByKey(group, current.current, event.key);
      if (next === null) return;
      event.preventDefault();
      point(next);
    }
  };

  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={words.layerOf(names.name, neurons, format)}
      aria-multiselectable="true"
      aria-activedescendant={`${id}-option`}
      className={slot('list')}
      style={{
        left: group.x,
        top: group.y,
        width: Math.min(group.columns, neurons) * group.pitchX,
        height: rowsOf(group) * group.pitchY,
      }}
      onFocus={() => point(Math.min(current.current, neurons - 1))}
      onBlur={() => point(null)}
      onPointerMove={(event) => point(pointed(event))}
      onPointerLeave={() => point(null)}
      onClick={(event) => {
        const neuron = pointed(event);
        if (neuron === null) return;
        point(neuron);
        pick(neuron, event.shiftKey || event.ctrlKey || event.metaKey);
      }}
      onKeyDown={onKeyDown}
    >
      {selectedHere(selection.neurons, group).map(({ neuron }) => {
        const cell = cellOf(group, neuron);
        return (
          <div
            key={neuron}
            role="presentation"
            className={slot('selected')}
            style={{ left: cell.x - group.x, top: cell.y - group.y, width: cell.width, height: cell.height }}
          />
        );
      })}
      <div
        ref={option}
        id={`${id}-option`}
        role="option"
        aria-selected="false"
        aria-label={words.neuronOf(1, neurons, label(0))}
        aria-setsize={neurons}
        className={slot('option')}
      />
      {labelled && names.labels && group.columns >= neurons && group.cellWidth >= widest(names.labels) && (
        <div
          role="presentation"
          aria-hidden="true"
          className={slot('labels')}
          style={{ top: group.cellHeight, height: labelHeight }}
        >
          {names.labels.map((text, neuron) => (
            <span key={neuron} style={{ width: group.pitchX }}>
              {text}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

function selectedHere(
  neurons: readonly NeuronReference[],
  { layer, neurons: count }: CellGroup,
): readonly NeuronReference[] {
  return neurons.filter((picked) => picked.layer === layer && picked.neuron < count);
}

/** About how wide the longest label is, in pixels. */
function widest(labels: readonly string[]): number {
  return Math.max(...labels.map((label) => label.length)) * 6.5 + 4;
}
