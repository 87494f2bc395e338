import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { ReactElement } from 'react';
import './draw-pad.css';
import { strokesToPixels, type Point, type Stroke } from './strokes.js';

export interface DrawPadProps {
  /** What the pad is called: "Draw a digit". */
  readonly label: string;
  /** Size of the picture that the drawing becomes. */
  readonly rows: number;
  readonly columns: number;
  /** Width of the pen as a share of the shorter side. Default 0.09. */
  readonly brush?: number | undefined;
  /** Scales the drawing to this share of the picture and centres it by its mass, as MNIST's digits were. Default: left as drawn. */
  readonly fit?: number | undefined;
  /** Closes every stroke and inks what it encloses, so that an outline becomes a shape. Default false. */
  readonly fill?: boolean | undefined;
  /** Words on the empty pad. */
  readonly hint?: string | undefined;
  /** Pixels shown while nothing is drawn, such as the example looked at; [rows × columns] from 0 to 1. */
  readonly picture?: ArrayLike<number> | null | undefined;
  /** The drawing. Given: controlled. */
  readonly strokes?: readonly Stroke[] | undefined;
  /** At most once per displayed frame while drawing; `values` is null once the pad is empty. */
  readonly onChange: (values: readonly number[] | null, strokes: readonly Stroke[]) => void;
  readonly className?: string | undefined;
}

const nothing: readonly Stroke[] = [];

/**
 * A pad to draw on with a mouse, a pen, a finger or the arrow keys; the drawing becomes the pixels of a small picture.
 * Keys on the pad: arrows move the pen, Space lowers and lifts it, Backspace takes the last stroke back, Delete clears.
 */
export function DrawPad(props: DrawPadProps): ReactElement {
  const { label, rows, columns, brush = 0.09, fit, fill, hint, picture, onChange, className } = props;
  const [own, setOwn] = useState(nothing);
  const shown = props.strokes ?? own;
  const id = useId();
  const [pen, setPen] = useState<{ readonly at: Point; readonly isDown: boolean } | null>(null);
  const drawing = useDrawing(shown, (strokes) => {
    setOwn(strokes);
    const values = strokes.length === 0 ? null : strokesToPixels(strokes, { rows, columns, brush, fit, fill });
    onChange(values, strokes);
  });

  const clear = (): void => {
    drawing.replace(nothing);
    setPen(pen && { ...pen, isDown: false });
  };
  const press = (event: KeyboardEvent): void => {
    const { at, isDown } = pen ?? { at: [0.5, 0.5] as const, isDown: false };
    const step = moves[event.key];
    if (step) {
      const to = clamp([at[0] + step[0] / columns, at[1] + step[1] / rows]);
      if (isDown) drawing.extend([to]);
      setPen({ at: to, isDown });
    } else if (event.key === ' ' || event.key === 'Enter') {
      if (!isDown) drawing.begin(at);
      setPen({ at, isDown: !isDown });
    } else if (event.key === 'Backspace' || (event.key === 'z' && (event.ctrlKey || event.metaKey))) {
      drawing.replace(drawing.current().slice(0, -1));
      setPen({ at, isDown: false });
    } else if (event.key === 'Delete') clear();
    else return;
    // Space and the arrows belong to the pad while it has the focus, and must not scroll the page or pause a run.
    event.preventDefault();
    event.stopPropagation();
  };
  const isTouching = (event: PointerEvent): boolean => event.currentTarget.hasPointerCapture(event.pointerId);

  return (
    <div className={className === undefined ? 'draw-pad' : `draw-pad ${className}`}>
      <div
        className="draw-pad__paper"
        style={{ aspectRatio: columns / rows }}
        role="application"
        aria-roledescription="drawing pad"
        aria-label={label}
        aria-describedby={`${id}-keys`}
        tabIndex={0}
        onKeyDown={press}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) setPen({ at: [0.5, 0.5], isDown: false });
        }}
        onBlur={() => {
          setPen(null);
        }}
        onPointerDown={(event) => {
          if (!event.isPrimary || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setPen(null);
          drawing.begin(pointOf(event, event.currentTarget));
        }}
        onPointerMove={(event) => {
          if (!isTouching(event)) return;
          // A fast pen moves several times per frame: all its points make the line round.
          const { nativeEvent, currentTarget } = event;
          drawing.extend(movesOf(nativeEvent).map((one) => pointOf(one, currentTarget)));
        }}
      >
        <svg
          viewBox={`0 0 ${String(columns)} ${String(rows)}`}
          aria-hidden="true"
          focusable="false"
          shapeRendering={shown.length === 0 ? 'crispEdges' : 'auto'}
        >
          {shown.length === 0 && picture && <Pixels values={picture} columns={columns} />}
          {shown.map((stroke, index) => (
            <path
              key={index}
              d={pathOf(stroke, columns, rows, fill)}
              className={fill ? 'draw-pad__ink draw-pad__ink--filled' : 'draw-pad__ink'}
              strokeWidth={brush * Math.min(rows, columns)}
            />
          ))}
          {pen && (
            <circle
              className={pen.isDown ? 'draw-pad__pen draw-pad__pen--down' : 'draw-pad__pen'}
              cx={pen.at[0] * columns}
              cy={pen.at[1] * rows}
              r={(brush * Math.min(rows, columns)) / 2}
            />
          )}
        </svg>
        {shown.length === 0 && !picture && hint !== undefined && <span className="draw-pad__hint">{hint}</span>}
      </div>
      <div className="draw-pad__foot">
        <span id={`${id}-keys`} className="draw-pad__keys">
          Arrow keys move the pen, Space lowers and lifts it, Backspace takes a stroke back, Delete clears.
        </span>
        <span role="status" className="draw-pad__status">
          {pen && placeOf(pen.at, pen.isDown, rows, columns)}
        </span>
        <button type="button" disabled={shown.length === 0} onClick={clear}>
          Clear
        </button>
      </div>
    </div>
  );
}

interface Drawing {
  current(): readonly Stroke[];
  begin(at: Point): void;
  extend(points: readonly Point[]): void;
  replace(strokes: readonly Stroke[]): void;
}

/** Strokes that grow with every movement of the pen, and are passed on once per displayed frame. */
function useDrawing(shown: readonly Stroke[], commit: (strokes: readonly Stroke[]) => void): Drawing {
  const latest = useRef({ strokes: shown, commit, frame: 0 });
  useEffect(() => {
    latest.current.commit = commit;
    // While a frame is pending, the strokes here are newer than the ones shown.
    if (latest.current.frame === 0) latest.current.strokes = shown;
  });
  useEffect(
    () => () => {
      cancelAnimationFrame(latest.current.frame);
      latest.current.frame = 0;
    },
    [],
  );
  const replace = useCallback((strokes: readonly Stroke[]) => {
    const state = latest.current;
    state.strokes = strokes;
    state.frame ||= requestAnimationFrame(() => {
      state.frame = 0;
      state.commit(state.strokes);
    });
  }, []);
  return {
    current: () => latest.current.strokes,
    begin: (at) => {
      replace([...latest.current.strokes, [at]]);
    },
    extend: (points) => {
      const strokes = latest.current.strokes;
      replace([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), ...points]]);
    },
    replace,
  };
}

/** Pixels as squares of ink: the theme colours them, as it does the strokes. */
function Pixels({ values, columns }: { readonly values: ArrayLike<number>; readonly columns: number }): ReactElement {
  return (
    <>
      {Array.from(values, (value, index) =>
        value > 0.02 ? (
          <rect
            key={index}
            className="draw-pad__pixel"
            x={index % columns}
            y={Math.floor(index / columns)}
            width="1"
            height="1"
            fillOpacity={Math.min(1, value)}
          />
        ) : null,
      )}
    </>
  );
}

const moves: Readonly<Record<string, Point | undefined>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** All positions since the last event. Browsers offer them on secure pages only. */
function movesOf(event: globalThis.PointerEvent): readonly globalThis.PointerEvent[] {
  const events = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return events.length > 0 ? events : [event];
}

function pointOf(event: { readonly clientX: number; readonly clientY: number }, paper: Element): Point {
  const box = paper.getBoundingClientRect();
  return clamp([(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]);
}

function clamp([x, y]: Point): Point {
  return [Math.min(1, Math.max(0, x)), Math.min(1, Math.max(0, y))];
}

function pathOf(stroke: Stroke, columns: number, rows: number, isClosed = false): string {
  const points = stroke.map(([x, y]) => `${(x * columns).toFixed(2)} ${(y * rows).toFixed(2)}`);
  // A path of one point draws nothing; one that returns to it draws the pen's round tip.
  return `M${points.join('L')}${isClosed || points.length === 1 ? 'z' : ''}`;
}

function placeOf([x, y]: Point, isDown: boolean, rows: number, columns: number): string {
  const column = Math.min(columns, Math.floor(x * columns) + 1);
  const row = Math.min(rows, Math.floor(y * rows) + 1);
  return `Pen ${isDown ? 'down' : 'up'} · column ${String(column)}, row ${String(row)}`;
}
