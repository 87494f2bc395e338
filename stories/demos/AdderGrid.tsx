import { forward, networkOf, adderDataset, useParameters, useSource } from '@neuroglow/engine';
import { useId, useMemo, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { bits, numbers, read, verdictOf } from './adderAnswers.js';

export interface AdderGridProps {
  readonly a: number;
  readonly b: number;
  readonly onChoose: (a: number, b: number) => void;
}

const { inputs } = adderDataset({ bits });
const cell = 10;

/**
 * All sums as a grid, b from left to right and a from the top down. A full square is a right sum, a hatched one an overflow that was
 * recognised, a cross a wrong answer, the bolder the more bits are wrong. Arrow keys move over it.
 */
export function AdderGrid({ a, b, onChoose }: AdderGridProps): ReactElement {
  const id = useId();
  const source = useSource();
  const { frame } = useParameters();
  const [hovered, setHovered] = useState<readonly [a: number, b: number] | null>(null);
  const outputs = useMemo(() => {
    if (!frame || !source?.network) return null;
    return forward(networkOf(source.network, frame.parameters), inputs).activations.at(-1) ?? null;
  }, [frame, source]);
  const marks = useMemo(() => (outputs ? draw(outputs) : null), [outputs]);

  const press = (event: KeyboardEvent): void => {
    const [down, right] = moves[event.key] ?? [0, 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    onChoose(clamp(a + down), clamp(b + right));
  };
  const point = (event: PointerEvent): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [
      clamp(Math.floor((numbers * (event.clientY - box.top)) / box.height)),
      clamp(Math.floor((numbers * (event.clientX - box.left)) / box.width)),
    ];
  };
  const spot = hovered ?? [a, b];
  const from = (spot[0] * numbers + spot[1]) * (bits + 1);
  const answer = outputs && read(outputs.subarray(from, from + bits + 1));
  return (
    <div className="adder__grid">
      <div
        className="adder__cells"
        role="application"
        aria-roledescription="grid of sums"
        aria-label="All sums; arrow keys choose one"
        aria-describedby={`${id}-spot ${id}-counts`}
        tabIndex={0}
        onKeyDown={press}
        onPointerMove={(event) => {
          const [nextA, nextB] = point(event);
          if (hovered?.[0] !== nextA || hovered[1] !== nextB) setHovered([nextA, nextB]);
        }}
        onPointerLeave={() => {
          setHovered(null);
        }}
        onClick={(event) => {
          onChoose(...point(event as unknown as PointerEvent));
        }}
      >
        <svg viewBox={`0 0 ${String(numbers * cell)} ${String(numbers * cell)}`} aria-hidden="true">
          <defs>
            <pattern
              id={`${id}-hatch`}
              width="4"
              height="4"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect className="adder__hatch" width="1.6" height="4" />
            </pattern>
          </defs>
          {marks && (
            <>
              <path className="adder__right" d={marks.right} />
              <path d={marks.overflow} fill={`url(#${id}-hatch)`} />
              {marks.wrong.map((path, wrongBits) => (
                <path key={wrongBits} className="adder__wrong" d={path} strokeWidth={1 + 0.4 * wrongBits} />
              ))}
            </>
          )}
          {hovered && <Frame a={hovered[0]} b={hovered[1]} className="adder__hovered" />}
          <Frame a={a} b={b} className="adder__chosen" />
        </svg>
      </div>
      <p id={`${id}-spot`} className={hovered ? 'adder__spot' : 'adder__spot adder__spot--quiet'} role="status">
        {spot[0]} + {spot[1]} = <b>{answer ?? '–'}</b>
      </p>
      <ul id={`${id}-counts`} className="adder__legend">
        <li>
          <Key>
            <path className="adder__right" d="M1 1h8v8h-8z" />
          </Key>
          right {marks?.counts.right ?? 0}
        </li>
        <li>
          <Key>
            <path fill={`url(#${id}-hatch)`} d="M0 0h10v10h-10z" />
          </Key>
          overflow seen {marks?.counts.overflow ?? 0}
        </li>
        <li>
          <Key>
            <path className="adder__wrong" strokeWidth="2" d={cross(0, 0)} />
          </Key>
          wrong {marks?.counts.wrong ?? 0}
        </li>
      </ul>
    </div>
  );
}

function Key({ children }: { readonly children: ReactElement }): ReactElement {
  return (
    <svg viewBox="0 0 10 10" width="14" height="14" aria-hidden="true">
      {children}
    </svg>
  );
}

function Frame({
  a,
  b,
  className,
}: {
  readonly a: number;
  readonly b: number;
  readonly className: string;
}): ReactElement {
  return <rect className={className} x={b * cell - 1} y={a * cell - 1} width={cell + 2} height={cell + 2} />;
}

/** One path per kind of mark: a thousand elements would be slow, three are not. */
function draw(outputs: Float32Array): {
  readonly right: string;
  readonly overflow: string;
  readonly wrong: readonly string[];
  readonly counts: Readonly<Record<'right' | 'overflow' | 'wrong', number>>;
} {
  const right: string[] = [];
  const overflow: string[] = [];
  const wrong: string[][] = Array.from({ length: bits + 2 }, () => []);
  for (let a = 0; a < numbers; a++) {
    for (let b = 0; b < numbers; b++) {
      const { overflows, wrongBits } = verdictOf(a, b, outputs, (a * numbers + b) * (bits + 1));
      const [x, y] = [b * cell, a * cell];
      if (wrongBits > 0) wrong[wrongBits]!.push(cross(x, y));
      else if (overflows) overflow.push(`M${String(x)} ${String(y)}h10v10h-10z`);
      else right.push(`M${String(x + 1)} ${String(y + 1)}h8v8h-8z`);
    }
  }
  return {
    right: right.join(''),
    overflow: overflow.join(''),
    wrong: wrong.map((crosses) => crosses.join('')),
    counts: { right: right.length, overflow: overflow.length, wrong: wrong.flat().length },
  };
}

function cross(x: number, y: number): string {
  return `M${String(x + 2.5)} ${String(y + 2.5)}l5 5M${String(x + 7.5)} ${String(y + 2.5)}l-5 5`;
}

const moves: Readonly<Record<string, readonly [down: number, right: number] | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function clamp(value: number): number {
  return Math.min(numbers - 1, Math.max(0, value));
}
