'use client';
import { receptiveField } from '@neuroglow/engine/internal';
import { useEffect, useId, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import { cellOf, memberAt, placeOf, rowsOf } from './geometry.js';
import type { OverlayProps } from './overlay.js';

/** A pixel of one of the pictures. */
interface Pixel {
  readonly place: number;
  readonly row: number;
  readonly column: number;
}

/**
 * The pixels of feature maps as one grid with one stop for the Tab key: arrow keys move over the pixels of a map, Page Up and Page Down to another
 * map. The pixel pointed at is told, and what it sees of the input is outlined there, padding included.
 */
export function MapPixels({ group, names, numbers, tooltip, slot, words }: OverlayProps): ReactElement {
  const { format } = useRoot();
  const option = useRef<HTMLDivElement | null>(null);
  const field = useRef<HTMLDivElement | null>(null);
  const current = useRef<Pixel>({ place: Math.min(1, group.neurons - 1), row: 0, column: 0 });
  const own = useRef(false);
  const id = useId();
  const { maps } = names;
  if (!maps) throw new Error('Only feature maps have pixels.');
  const { network, layer, before, input, channels } = maps;

  const sidesOf = (place: number): readonly [rows: number, columns: number] =>
    memberAt(group, place) < before && input ? [input[0], input[1]] : [maps.rows, maps.columns];
  const valueAt = ({ place, row, column }: Pixel): number => {
    const picture = memberAt(group, place);
    const [, columns] = sidesOf(place);
    const size = input ? input[0] * input[1] : 0;
    const from = picture < before ? 0 : size + (picture - before) * maps.rows * maps.columns;
    return numbers.get()?.values[from + row * columns + column] ?? NaN;
  };

  const show = (pixel: Pixel | null): void => {
    own.current = pixel !== null;
    const [box, outline] = [option.current, field.current];
    if (!box || !outline) return;
    box.toggleAttribute('data-shown', pixel !== null);
    outline.hidden = true;
    if (pixel === null) {
      tooltip.hide();
      return;
    }
    current.current = pixel;
    const { place, row, column } = pixel;
    const picture = memberAt(group, place);
    const [rows, columns] = sidesOf(place);
    const cell = cellOf(group, place);
    const at = boxIn(cell, rows, columns, { top: row, left: column, bottom: row, right: column });
    lay(box, at, group);
    const seen = picture < before ? null : receptiveField(network, layer, row, column);
    const inputPlace = before > 0 ? placeOf(group, 0) : null;
    if (seen && input && inputPlace !== null) {
      lay(outline, boxIn(cellOf(group, inputPlace), input[0], input[1], seen), group);
      outline.hidden = false;
    }
    const quantity = picture < before ? words.inputValue : names.quantity;
    const lines = [
      words.pixel(row + 1, column + 1),
      `${quantity} ${format.value(valueAt(pixel))}`,
      ...(seen ? [words.sees(seen.bottom - seen.top + 1, seen.right - seen.left + 1)] : []),
    ];
    tooltip.show({ title: names.title(picture), lines }, at);
    box.setAttribute('aria-label', [names.spoken(picture), ...lines].join(', '));
    box.setAttribute('aria-colindex', String(column + 1));
    box.parentElement?.setAttribute('aria-rowindex', String(row + 1));
  };

  // A pixel goes on changing while the network learns.
  useEffect(() => numbers.subscribe(() => own.current && show(current.current)));

  const pointed = (event: PointerEvent): Pixel | null => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const scale = bounds.width > 0 ? event.currentTarget.clientWidth / bounds.width : 1;
    const x = (event.clientX - bounds.left) * scale;
    const y = (event.clientY - bounds.top) * scale;
    const place = Math.floor(y / group.pitchY) * group.columns + Math.floor(x / group.pitchX);
    if (place < 0 || place >= group.neurons || Math.floor(x / group.pitchX) >= group.columns) return null;
    const cell = cellOf(group, place);
    const [rows, columns] = sidesOf(place);
    const row = Math.floor(((y + group.y - cell.y) / cell.height) * rows);
    const column = Math.floor(((x + group.x - cell.x) / cell.width) * columns);
    return row >= 0 && row < rows && column >= 0 && column < columns ? { place, row, column } : null;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { place, row, column } = current.current;
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const next = Math.min(group.neurons - 1, Math.max(0, place + (move[2] ?? 0)));
    const [rows, columns] = sidesOf(next);
    show({
      place: next,
      row: Math.min(rows - 1, Math.max(0, row + move[0])),
      column: Math.min(columns - 1, Math.max(0, column + move[1])),
    });
  };

  return (
    <div
      role="grid"
      tabIndex={0}
      aria-label={names.name}
      aria-rowcount={maps.rows}
      aria-colcount={maps.columns}
      aria-activedescendant={`${id}-pixel`}
      className={slot('list')}
      style={{
        ...{ left: group.x, top: group.y },
        width: Math.min(group.columns, group.neurons) * group.pitchX,
        height: rowsOf(group) * group.pitchY,
      }}
      onFocus={() => show({ ...current.current, place: Math.min(current.current.place, group.neurons - 1) })}
      onBlur={() => show(null)}
      onPointerMove={(event) => show(pointed(event))}
      onPointerDown={(event) => show(pointed(event))}
      onPointerLeave={() => show(null)}
      onKeyDown={onKeyDown}
    >
      <div ref={field} role="presentation" hidden className={slot('field')} />
      <div role="row" aria-rowindex={1}>
        <div
          ref={option}
          id={`${id}-pixel`}
          role="gridcell"
          aria-label={names.spoken(Math.min(before, channels))}
          aria-colindex={1}
          className={slot('option')}
        />
      </div>
    </div>
  );
}

/** Rows, columns and maps that a key moves by. */
const moves: Readonly<Record<string, readonly [rows: number, columns: number, maps?: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
  PageUp: [0, 0, -1],
  PageDown: [0, 0, 1],
};

type Box = ReturnType<typeof cellOf>;

/** Pixels of a picture that is drawn in a box, also where they lie beyond its edges. */
function boxIn(
  box: Box,
  rows: number,
  columns: number,
  { top, left, bottom, right }: NonNullable<ReturnType<typeof receptiveField>>,
): Box {
  const [across, down] = [box.width / columns, box.height / rows];
  return {
    x: box.x + left * across,
    y: box.y + top * down,
    width: (right - left + 1) * across,
    height: (bottom - top + 1) * down,
  };
}

function lay(element: HTMLElement, { x, y, width, height }: Box, group: OverlayProps['group']): void {
  Object.assign(element.style, {
    transform: `translate(${x - group.x}px, ${y - group.y}px)`,
    width: `${Math.max(2, width)}px`,
    height: `${Math.max(2, height)}px`,
  });
}
