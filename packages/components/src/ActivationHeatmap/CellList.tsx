'use client';
import { useHover, useSelection, type Selection, type TrainingSource } from '@neuroglow/engine';
import { samePlainData } from '@neuroglow/engine/internal';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import type { Tooltip } from '../shared/tooltip.js';
import type { FrameStore } from '../shared/frameStore.js';
import { cellOf, neuronAt, neuronByKey, rowsOf, type CellGroup } from './geometry.js';
import type { GroupWords, PanelNumbers } from './panel.js';
import { toggleNeuron } from './selection.js';
import type { ActivationHeatmapSlot } from './types.js';

export interface CellListProps {
  readonly group: CellGroup;
  readonly index: number;
  readonly names: GroupWords;
  readonly numbers: FrameStore<PanelNumbers>;
  readonly tooltip: Pick<Tooltip, 'show' | 'hide'>;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
  /** Where cells stand for samples and not for neurons: selects those of a cell, and gives them back. */
  readonly onPick?: ((cell: number) => Promise<readonly number[]>) | undefined;
  /** Whether cells are neurons, which hover and selection name. */
  readonly areNeurons: boolean;
  /** The source whose neurons and samples these are. @default the provider's */
  readonly source?: TrainingSource | null | undefined;
}

/**
 * A group's cells as one list with one stop for the Tab key: arrow keys move, Enter or Space selects, Escape clears. One element, the
 * current option, moves over the cells, so that 784 cells cost no more than four; it moves without React.
 */
export function CellList(props: CellListProps): ReactElement {
  const { group, index, names, numbers, tooltip, slot, onPick, areNeurons, source } = props;
  const { layer, neurons } = group;
  const { format } = useRoot();
  const [selection, setSelection] = useSelection(source);
  const option = useRef<HTMLDivElement | null>(null);
  const current = useRef(0);
  const own = useRef(false);
  const id = useId();

  const [picked, setPicked] = useState<Picked | null>(null);
  const selected = selectedCells(props, selection, picked);

  const reading = (neuron: number): string | null => {
    const value = numbers.get()?.readings[index]?.[neuron];
    return value === undefined ? null : `${names.quantity} ${format.value(value)}`;
  };

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
    box.setAttribute('aria-label', [names.spoken(neuron), reading(neuron)].filter(Boolean).join(', '));
    box.setAttribute('aria-posinset', String(neuron + 1));
    box.setAttribute('aria-selected', String(selected.includes(neuron)));
  };
  const tell = (neuron: number): void => {
    const value = reading(neuron);
    tooltip.show({ title: names.title(neuron), lines: value === null ? [] : [value] }, cellOf(group, neuron));
  };

  const setHover = useHover((hovered) => {
    if (!areNeurons) return;
    const here = hovered?.layer === layer && hovered.neuron < neurons ? hovered.neuron : null;
    show(here);
    if (here !== null && own.current) tell(here);
  }, source);
  const point = (neuron: number | null): void => {
    own.current = neuron !== null;
    if (neuron === null) tooltip.hide();
    if (areNeurons) setHover(neuron === null ? null : { layer, neuron });
    else {
      show(neuron);
      if (neuron !== null) tell(neuron);
    }
  };

  // What is pointed at goes on changing while the network learns.
  useEffect(() =>
    numbers.subscribe(() => {
      if (!own.current) return;
      show(current.current);
      tell(current.current);
    }),
  );

  const pick = (cell: number, add: boolean): void => {
    if (areNeurons) {
      setSelection({ ...selection, neurons: toggleNeuron(selection.neurons, { layer, neuron: cell }, add) });
    } else if (onPick) {
      onPick(cell).then(
        (samples) => setPicked({ cell, samples }),
        // The view that draws the cells reports what is wrong with the source.
        () => undefined,
      );
    }
  };
  const clear = (): void => setSelection(areNeurons ? { ...selection, neurons: [] } : { ...selection, samples: [] });
  const pointed = (event: PointerEvent | React.MouseEvent): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    // Measured on screen, so that a page that scales the picture still hits.
    const scale = box.width > 0 ? event.currentTarget.clientWidth / box.width : 1;
    return neuronAt(group, group.x + (event.clientX - box.left) * scale, group.y + (event.clientY - box.top) * scale);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      clear();
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
      aria-label={names.name}
      aria-multiselectable={areNeurons}
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
      {selected.map((neuron) => {
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
        aria-label={names.spoken(0)}
        aria-setsize={neurons}
        className={slot('option')}
      />
    </div>
  );
}

/** The cell whose samples were selected here, and those samples. */
interface Picked {
  readonly cell: number;
  readonly samples: readonly number[];
}

function selectedCells(
  { group, areNeurons }: CellListProps,
  { neurons, samples }: Selection,
  picked: Picked | null,
): readonly number[] {
  // A selection made elsewhere since is not this cell's.
  if (!areNeurons) return picked && samples.length > 0 && samePlainData(picked.samples, samples) ? [picked.cell] : [];
  return neurons
    .filter(({ layer, neuron }) => layer === group.layer && neuron < group.neurons)
    .map(({ neuron }) => neuron);
}
