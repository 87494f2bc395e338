import type { ReactElement } from 'react';
import { caseOf } from '../../data/firingStudy.js';
import { percent } from './words.js';
import './firing.css';

const width = 640;
const left = 56;
const right = 16;
const panel = 84;
const gap = 40;

/** u, in lengths of the drop, as a position. */
const xOf = (u: number): number => left + ((u + 1) / 3) * (width - left - right);

interface Curve {
  readonly title: string;
  readonly values: readonly number[];
  readonly className: string;
  /** A second curve on the same scale. */
  readonly beside?: readonly number[];
  readonly isBars?: boolean;
}

/** The drops of all runs of a network, laid over each other: from one length of the drop before it to one after. */
export function AllRuns({ name }: { readonly name: string }): ReactElement {
  const study = caseOf(name);
  const { aligned, hidden, carriers } = study;
  if (aligned === null) return <p>No run of {name} has a drop.</p>;
  const curves: readonly Curve[] = [
    { title: 'Cost: 1 where the drop begins, 0 where it ends', values: aligned.cost, className: 'study__cost' },
    {
      title: 'Change of colour per length of the drop: activation solid, σ(bias) dashed',
      values: aligned.activation,
      beside: aligned.bias,
      className: 'study__activation',
    },
    {
      title: 'Firing events of hidden neurons per drop, in each twentieth of its length',
      values: aligned.events,
      className: 'study__events',
      isBars: true,
    },
  ];
  const height = curves.length * (panel + gap) + 24;
  const title =
    `${name}: everything moves before, in and after a drop. ` +
    `${percent(hidden.eventShare.value)} of the events and ${percent(hidden.movementShare.value)} of the movement lie in ${percent(hidden.stepShare.value)} of the steps`;
  return (
    <figure className="study">
      <figcaption>
        <strong>{title}.</strong> {carriers.drops} drops of {study.runs} runs, aligned where they begin and scaled to
        their length; means over drops.
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}.`}>
        {curves.map((curve, i) => (
          <Panel key={curve.title} curve={curve} top={i * (panel + gap) + 24} />
        ))}
        {[-1, 0, 1, 2].map((u) => (
          <text key={u} x={xOf(u)} y={height - 6} textAnchor={u === -1 ? 'start' : u === 2 ? 'end' : 'middle'}>
            {u === 0 ? 'drop begins' : u === 1 ? 'drop ends' : u === -1 ? 'one length before' : 'one length after'}
          </text>
        ))}
      </svg>
    </figure>
  );
}

function Panel({ curve, top }: { readonly curve: Curve; readonly top: number }): ReactElement {
  const { title, values, beside, className, isBars = false } = curve;
  const finite = [...values, ...(beside ?? [])].filter(Number.isFinite);
  const high = Math.max(...finite, 0);
  const low = Math.min(...finite, 0);
  const y = (value: number): number => top + panel - ((value - low) / (high - low)) * panel;
  const u = (i: number, count: number): number => -1 + (3 * i) / count;
  const path = (of: readonly number[]): string =>
    of
      .map((value, i) => {
        // Values per bin stand in the middle of their bin.
        const at = of.length === 61 ? u(i, 60) : u(i + 0.5, of.length);
        return `${i === 0 ? 'M' : 'L'}${xOf(at).toFixed(1)} ${y(value).toFixed(1)}`;
      })
      .join('');
  return (
    <g>
      <rect className="study__band" x={xOf(0)} y={top} width={xOf(1) - xOf(0)} height={panel} />
      <text className="study__title" x={left} y={top - 8}>
        {title}
      </text>
      <text x={left - 6} y={top + 10} textAnchor="end">
        {high.toPrecision(2)}
      </text>
      <text x={left - 6} y={y(0)} textAnchor="end">
        0
      </text>
      <line className="study__axis" x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
      {isBars ? (
        values.map((value, i) => (
          <rect
            key={i}
            className={className}
            x={xOf(u(i, values.length)) + 0.75}
            y={y(value)}
            width={(width - left - right) / values.length - 1.5}
            height={y(0) - y(value)}
          />
        ))
      ) : (
        <path className={className} d={path(values)} />
      )}
      {beside && <path className="study__bias" d={path(beside)} />}
    </g>
  );
}
