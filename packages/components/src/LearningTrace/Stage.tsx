'use client';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { activationKindOf, colorScale } from '../shared/colorScale.js';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { positionOfStep, stepAtPosition, stepDomain } from '../shared/stepAxis/stepAxis.js';
import { useHoveredStep } from '../shared/stepAxis/useHoveredStep.js';
import { useStepRange } from '../shared/stepAxis/useStepRange.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { useSize } from '../shared/useSize.js';
import { useTooltip } from '../shared/useTooltip.js';
import { columnsOf, layoutOf } from './geometry.js';
import { Marks } from './Marks.js';
import type { LearningTraceMessages } from './messages.js';
import { paintRows } from './paint.js';
import { linesAt } from './reading.js';
import { nearestIndex, type Trace, type TraceLine } from './trace.js';
import type { LearningTraceSlot } from './types.js';

export interface StageProps {
  readonly trace: Trace;
  /** The rows of this page. */
  readonly rows: readonly TraceLine[];
  readonly words: LearningTraceMessages;
  readonly slot: SlotNames<LearningTraceSlot>;
  readonly coloring: 'activation' | 'state';
  /** The step that the cursor marks. */
  readonly marked: number | null;
  /** Sets the cursor; left out where the source keeps no steps. */
  readonly onChoose?: (step: number) => void;
}

/** Where the reader is: a recorded step, and a row of the page. */
interface Reading {
  readonly index: number;
  readonly row: number;
}

/** The three panels. To a screen reader a slider over the recorded steps; Up and Down choose the neuron that it reads. */
export function Stage({ trace, rows, words, slot, coloring, marked, onChoose }: StageProps): ReactElement {
  const { theme, format } = useRoot();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const { width, ratio } = useSize(element);
  const tooltip = useTooltip(element);
  const described = useId();
  const range = useStepRange();
  const { steps } = trace;
  const last = steps.length - 1;
  const domain = useMemo(() => stepDomain(range, steps[last] ?? 0), [range, steps, last]);
  const layout = useMemo(() => layoutOf(Math.max(width, 160), rows.length), [width, rows.length]);
  const [reading, setReading] = useState<Reading | null>(null);
  const [elsewhere, setElsewhere] = useState<number | null>(null);
  const pointAt = useHoveredStep(setElsewhere);
  const activations = useRef<HTMLCanvasElement | null>(null);
  const biases = useRef<HTMLCanvasElement | null>(null);

  useIsomorphicLayoutEffect(() => {
    if (width === 0) return;
    const columns = columnsOf(trace, domain, Math.round(layout.width * ratio));
    const rowHeight = Math.round(layout.rowHeight * ratio);
    const [low, high] = trace.domain;
    const middle = (low + high) / 2;
    const shown = rows.map(({ activations: values }) =>
      coloring === 'state' ? Float32Array.from(values, (a) => (a > middle ? high : a <= middle ? low : NaN)) : values,
    );
    paint(activations.current, () =>
      paintRows(shown, columns, rowHeight, colorScale(theme, trace.domain, activationKindOf(trace.domain))),
    );
    const sigmas = rows.map(({ biasColors }) => biasColors);
    paint(biases.current, () => paintRows(sigmas, columns, rowHeight, colorScale(theme, [0, 1], 'sequential')));
  }, [trace, rows, domain, layout, ratio, theme, coloring, width]);

  const read = (next: Reading | null, x?: number, y?: number): void => {
    setReading(next);
    pointAt(next === null ? null : (steps[next.index] ?? null));
    if (next === null) {
      tooltip.hide();
      return;
    }
    const [title = '', ...lines] = linesAt(trace, rows[next.row], next.index, words, format);
    const left = x ?? layout.left + positionOfStep(domain, layout.width, steps[next.index]!);
    const top = y ?? layout.activations.top + (next.row + 0.5) * layout.rowHeight;
    tooltip.show({ title, lines }, { x: left, y: top, width: 1, height: 1 });
  };

  const locate = (event: PointerEvent): Reading | null => {
    if (last < 0 || !element) return null;
    const bounds = element.getBoundingClientRect();
    const x = event.clientX - bounds.left - layout.left;
    const y = event.clientY - bounds.top;
    if (x < 0 || x > layout.width) return null;
    const box = y >= layout.biases.top ? layout.biases : layout.activations;
    const row = Math.min(rows.length - 1, Math.max(0, Math.floor((y - box.top) / layout.rowHeight)));
    return { index: nearestIndex(steps, stepAtPosition(domain, layout.width, x)), row };
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      read(null);
      return;
    }
    if (last < 0) return;
    const now = reading ?? { index: last, row: 0 };
    const jump = Math.max(1, Math.round(last / 10));
    const index = Math.min(last, Math.max(0, keyIndex(event.key, now.index, last, jump)));
    const row = Math.min(
      rows.length - 1,
      Math.max(0, now.row + (event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0)),
    );
    if (event.key === 'Enter' || event.key === ' ') onChoose?.(steps[now.index]!);
    else if (index === now.index && row === now.row && !handled.has(event.key)) return;
    event.preventDefault();
    read({ index, row });
  };

  const said = reading ?? { index: last, row: 0 };
  const text = last < 0 ? words.empty : linesAt(trace, rows[said.row], said.index, words, format).join(', ');
  const crossings = trace.rows.reduce((sum, row) => sum + row.crossings.length, 0);
  return (
    <>
      <div
        ref={setElement}
        className={slot('stage')}
        role="slider"
        tabIndex={0}
        aria-label={words.reader}
        aria-describedby={described}
        aria-orientation="horizontal"
        aria-valuemin={steps[0] ?? 0}
        aria-valuemax={steps[last] ?? 0}
        aria-valuenow={steps[said.index] ?? 0}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
        onBlur={() => read(null)}
        onPointerMove={(event) => {
          const at = locate(event);
          const bounds = event.currentTarget.getBoundingClientRect();
          read(at, event.clientX - bounds.left, event.clientY - bounds.top);
        }}
        onPointerLeave={() => read(null)}
        onClick={() => {
          if (reading) onChoose?.(steps[reading.index]!);
        }}
      >
        <Panel place={activations} box={layout.activations} layout={layout} className={slot('panel')} />
        <Panel place={biases} box={layout.biases} layout={layout} className={slot('panel')} />
        <Marks
          trace={trace}
          rows={rows}
          domain={domain}
          layout={layout}
          words={words}
          coloring={coloring}
          marked={marked}
          hovered={reading === null ? elsewhere : (steps[reading.index] ?? null)}
        />
      </div>
      <div id={described} className="neuroglow__hidden">
        {last >= 0 &&
          words.summary(
            trace.costs[0]!,
            trace.costs[last]!,
            steps[last]!,
            trace.drops.length,
            trace.rows.length,
            crossings,
            format,
          )}
      </div>
    </>
  );
}

const handled: ReadonlySet<string> = new Set([
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
]);

function keyIndex(key: string, index: number, last: number, jump: number): number {
  switch (key) {
    case 'ArrowLeft':
      return index - 1;
    case 'ArrowRight':
      return index + 1;
    case 'PageDown':
      return index - jump;
    case 'PageUp':
      return index + jump;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return index;
  }
}

interface PanelProps {
  readonly place: React.RefObject<HTMLCanvasElement | null>;
  readonly box: { readonly top: number; readonly height: number };
  readonly layout: { readonly left: number; readonly width: number };
  readonly className: string;
}

function Panel({ place, box, layout, className }: PanelProps): ReactElement {
  const { left, width } = layout;
  const { top, height } = box;
  // Not as an attribute: server-rendered HTML must not need a policy that allows inline styles.
  useIsomorphicLayoutEffect(() => {
    const style = place.current?.style;
    if (style === undefined) return;
    for (const [name, value] of Object.entries({ left, top, width, height })) style.setProperty(name, `${value}px`);
  }, [place, left, top, width, height]);
  return <canvas ref={place} className={className} aria-hidden="true" />;
}

/** Nothing is drawn where there is no canvas: on a server and in jsdom. */
function paint(canvas: HTMLCanvasElement | null, image: () => ImageData): void {
  if (!canvas || typeof ImageData === 'undefined') return;
  const context = canvas.getContext('2d');
  if (!context) return;
  const painted = image();
  canvas.width = painted.width;
  canvas.height = painted.height;
  context.putImageData(painted, 0, 0);
}
