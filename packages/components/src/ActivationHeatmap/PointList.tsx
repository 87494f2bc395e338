'use client';
import { useSelection } from '@neuroglow/engine';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { OverlayProps } from './overlay.js';
import { placePoints } from './scene.js';

/** Pixels from which a point is meant. */
const reach = 10;
const radius = 6;

/**
 * The points of a plane as one list box with one stop for the Tab key: arrow keys walk from point to point in the order of their rows, Enter or
 * Space selects a point's row, Escape clears. One element, the current option, moves over the points.
 */
export function PointList({ group, names, numbers, axes, tooltip, slot, words, source }: OverlayProps): ReactElement {
  const [selection, setSelection] = useSelection(source);
  const option = useRef<HTMLDivElement | null>(null);
  const current = useRef(0);
  const own = useRef(false);
  const id = useId();
  const { x, y, cellWidth: width, cellHeight: height } = group;

  const point = (index: number | null): void => {
    own.current = index !== null;
    const box = option.current;
    const points = numbers.get()?.points;
    box?.toggleAttribute('data-shown', index !== null);
    if (index === null || !points || !axes || !box) {
      tooltip.hide();
      return;
    }
    current.current = index;
    const [left = NaN, top = NaN] = placePoints(points.at.subarray(2 * index, 2 * index + 2), axes);
    const at = { x: left * width, y: top * height };
    const isThere = Number.isFinite(at.x + at.y);
    box.toggleAttribute('data-shown', isThere);
    box.style.transform = isThere ? `translate(${at.x - radius}px, ${at.y - radius}px)` : '';
    const number = points.classes?.[index];
    const className = number === undefined ? null : (points.classNames?.[number] ?? String(number));
    const title = words.pointName((points.rows?.[index] ?? index) + 1, className);
    box.setAttribute('aria-label', title);
    box.setAttribute('aria-posinset', String(index + 1));
    box.setAttribute('aria-setsize', String(points.at.length / 2));
    const isPicked = points.rows !== null && selection.samples.includes(points.rows[index] ?? NaN);
    box.setAttribute('aria-selected', String(isPicked));
    if (isThere) {
      tooltip.show({ title }, { x: x + at.x - radius, y: y + at.y - radius, width: 2 * radius, height: 2 * radius });
    } else tooltip.hide();
  };

  // A point that is pointed at goes on moving.
  useEffect(() =>
    numbers.subscribe(() => {
      if (own.current) point(current.current);
    }),
  );

  const nearest = (event: { clientX: number; clientY: number; currentTarget: Element }): number | null => {
    const points = numbers.get()?.points;
    if (!points || !axes) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = box.width > 0 ? width / box.width : 1;
    const [px, py] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const at = placePoints(points.at, axes);
    let best: number | null = null;
    let distance = reach;
    for (let index = 0; 2 * index < at.length; index++) {
      const away = Math.hypot((at[2 * index] ?? NaN) * width - px, (at[2 * index + 1] ?? NaN) * height - py);
      if (away < distance) [best, distance] = [index, away];
    }
    return best;
  };
  const pick = (index: number, add: boolean): void => {
    const points = numbers.get()?.points;
    const row = points?.rows?.[index];
    if (row === undefined) return;
    const others = add ? selection.samples.filter((sample) => sample !== row) : [];
    const samplesOf = points?.of ?? 'training';
    setSelection({ ...selection, samples: [...others, row], samplesOf });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = (numbers.get()?.points?.at.length ?? 0) / 2;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: current.current - 1,
      ArrowUp: current.current - 1,
      ArrowRight: current.current + 1,
      ArrowDown: current.current + 1,
      Home: 0,
      End: count - 1,
      PageUp: current.current - 10,
      PageDown: current.current + 10,
    };
    const to = moves[event.key];
    if (event.key === 'Escape') setSelection({ ...selection, samples: [] });
    else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      pick(current.current, event.shiftKey || event.ctrlKey || event.metaKey);
    } else if (to !== undefined && count > 0) {
      event.preventDefault();
      point(Math.min(count - 1, Math.max(0, to)));
    }
  };

  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={names.name}
      aria-multiselectable
      aria-activedescendant={`${id}-option`}
      className={slot('list')}
      style={{ left: x, top: y, width, height }}
      onFocus={() => point(current.current)}
      onBlur={() => point(null)}
      onPointerMove={(event) => point(nearest(event))}
      onPointerLeave={() => point(null)}
      onClick={(event) => {
        const index = nearest(event);
        if (index === null) return;
        point(index);
        pick(index, event.shiftKey || event.ctrlKey || event.metaKey);
      }}
      onKeyDown={onKeyDown}
    >
      <div
        ref={option}
        id={`${id}-option`}
        role="option"
        aria-selected="false"
        aria-label={names.name}
        className={slot('option')}
        style={{ width: 2 * radius, height: 2 * radius, borderRadius: '50%' }}
      />
    </div>
  );
}
