'use client';
import { useHover, useSelection, type Selection } from '@neuroglow/engine';
import { samePlainData } from '@neuroglow/engine/internal';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import { cellOf, memberAt, placeAt, placeByKey, placeOf, rowsOf } from './geometry.js';
import type { OverlayProps } from './overlay.js';
import type { CellSpan } from './panel.js';
import { toggleNeuron } from './selection.js';

/**
 * A group's cells as one grid with one stop for the Tab key: arrow keys move, Home and End go to the ends of a row (with Ctrl of the grid), Enter or
 * Space selects, Escape clears. One element, the current cell, moves over the cells, so that 784 cells cost no more than four; it moves
 * without React.
 */
export function CellGrid(props: OverlayProps): ReactElement {
  const { group, index, names, numbers, tooltip, slot, onPick, areNeurons, source } = props;
  const { layer, neurons, columns } = group;
  const { format } = useRoot();
  const [selection, setSelection] = useSelection(source);
  const row = useRef<HTMLDivElement | null>(null);
  const option = useRef<HTMLDivElement | null>(null);
  const current = useRef(0);
  const own = useRef(false);
  const id = useId();

  const [picked, setPicked] = useState<Picked | null>(null);
  const selected = selectedSpans(props, selection, picked);

  const reading = (cell: number): string | null => {
    const value = numbers.get()?.readings[index]?.[cell];
    return value === undefined ? null : `${names.quantity} ${format.value(value)}`;
  };

  /** Moves the current cell to a place, or hides it. */
  const show = (place: number | null): void => {
    const box = option.current;
    if (!box) return;
    box.toggleAttribute('data-shown', place !== null);
    if (place === null) return;
    current.current = place;
    const member = memberAt(group, place);
    const cell = cellOf(group, place);
    const span: CellSpan = { column: place % columns, row: Math.floor(place / columns), columns: 1, rows: 1 };
    Object.assign(box.style, {
      transform: `translate(${cell.x - group.x}px, ${cell.y - group.y}px)`,
      width: `${Math.max(2, cell.width)}px`,
      height: `${Math.max(2, cell.height)}px`,
    });
    const name = numbers.get()?.nameCell?.(member) ?? names.spoken(member);
    const more = numbers.get()?.linesOf?.(member, format) ?? [];
    box.setAttribute('aria-label', [name, reading(member), ...more].filter(Boolean).join(', '));
    box.setAttribute('aria-colindex', String(span.column + 1));
    row.current?.setAttribute('aria-rowindex', String(span.row + 1));
    box.setAttribute('aria-selected', String(selected.some((of) => holds(of, span))));
  };
  const tell = (place: number): void => {
    const member = memberAt(group, place);
    const now = numbers.get();
    const value = reading(member);
    const lines = [...(value === null ? [] : [value]), ...(now?.linesOf?.(member, format) ?? [])];
    tooltip.show({ title: now?.nameCell?.(member) ?? names.title(member), lines }, cellOf(group, place));
  };

  const setHover = useHover((hovered) => {
    if (!areNeurons) return;
    const here = hovered?.layer === layer ? placeOf(group, hovered.neuron) : null;
    show(here);
    if (here !== null && own.current) tell(here);
  }, source);
  const point = (place: number | null): void => {
    own.current = place !== null;
    if (place === null) tooltip.hide();
    if (areNeurons) {
      setHover(place === null ? null : { layer, neuron: memberAt(group, place) });
      return;
    }
    show(place);
    const subject = place === null ? null : numbers.get()?.subjectOf?.(memberAt(group, place));
    if (subject !== undefined) setHover(subject?.neurons[0] ?? null);
    if (place !== null) tell(place);
  };

  // What is pointed at goes on changing while the network learns.
  useEffect(() =>
    numbers.subscribe(() => {
      if (!own.current) return;
      show(current.current);
      tell(current.current);
    }),
  );

  const pick = (place: number, add: boolean): void => {
    const cell = memberAt(group, place);
    const subject = numbers.get()?.subjectOf?.(cell);
    if (subject) {
      setSelection({ ...selection, ...subject });
    } else if (areNeurons) {
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
    return placeAt(group, group.x + (event.clientX - box.left) * scale, group.y + (event.clientY - box.top) * scale);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      clear();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      pick(current.current, event.shiftKey || event.ctrlKey || event.metaKey);
    } else {
      const next = placeByKey(group, current.current, event);
      if (next === null) return;
      event.preventDefault();
      point(next);
    }
  };

  return (
    <div
      role="grid"
      tabIndex={0}
      aria-label={names.name}
      aria-multiselectable={areNeurons}
      aria-rowcount={rowsOf(group)}
      aria-colcount={columns}
      aria-activedescendant={`${id}-option`}
      className={slot('list')}
      style={{
        left: group.x,
        top: group.y,
        width: Math.min(columns, neurons) * group.pitchX,
        height: rowsOf(group) * group.pitchY,
      }}
      onFocus={() => point(Math.min(current.current, neurons - 1))}
      onBlur={() => point(null)}
      onPointerMove={(event) => point(pointed(event))}
      onPointerLeave={() => point(null)}
      onClick={(event) => {
        const place = pointed(event);
        if (place === null) return;
        point(place);
        pick(place, event.shiftKey || event.ctrlKey || event.metaKey);
      }}
      onKeyDown={onKeyDown}
    >
      {selected.map(({ column, row: top, columns: across, rows }) => (
        <div
          key={`${column},${top}`}
          role="presentation"
          className={slot('selected')}
          style={{
            left: column * group.pitchX,
            top: top * group.pitchY,
            width: (across - 1) * group.pitchX + group.cellWidth,
            height: (rows - 1) * group.pitchY + group.cellHeight,
          }}
        />
      ))}
      <div ref={row} role="row" aria-rowindex={1}>
        <div
          ref={option}
          id={`${id}-option`}
          role="gridcell"
          aria-selected="false"
          aria-label={names.spoken(memberAt(group, 0))}
          aria-colindex={1}
          className={slot('option')}
        />
      </div>
    </div>
  );
}

/** The cell whose samples were selected here, and those samples. */
interface Picked {
  readonly cell: number;
  readonly samples: readonly number[];
}

function selectedSpans(
  { group, areNeurons, numbers }: OverlayProps,
  selection: Selection,
  picked: Picked | null,
): readonly CellSpan[] {
  const spans = numbers.get()?.spansOf?.(selection);
  if (spans) return spans;
  const spanOf = (place: number): CellSpan => ({
    ...{ column: place % group.columns, row: Math.floor(place / group.columns), columns: 1, rows: 1 },
  });
  const { neurons, samples } = selection;
  // A selection made elsewhere since is not this cell's.
  if (!areNeurons)
    return picked && samples.length > 0 && samePlainData(picked.samples, samples) ? [spanOf(picked.cell)] : [];
  return neurons.flatMap(({ layer, neuron }) => {
    const place = layer === group.layer ? placeOf(group, neuron) : null;
    return place === null ? [] : [spanOf(place)];
  });
}

function holds(span: CellSpan, { column, row }: CellSpan): boolean {
  return column >= span.column && column < span.column + span.columns && row >= span.row && row < span.row + span.rows;
}
