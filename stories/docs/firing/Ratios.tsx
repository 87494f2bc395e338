import type { ReactElement } from 'react';
import { firingStudy, type Interval } from '../../data/firingStudy.js';
import { number } from './words.js';
import './firing.css';

const width = 640;
const left = 190;
const right = 20;
const row = 44;
const most = 2.4;

const xOf = (ratio: number): number => left + (Math.min(ratio, most) / most) * (width - left - right);

/** Events in drops ÷ what movement predicts: in a run's own drops, and in those of the run whose drop began at nearly the same step. */
export function Ratios(): ReactElement {
  const shown = firingStudy.cases.filter(({ hidden }) => hidden.runs >= 8);
  const height = shown.length * row + 44;
  const title =
    'Another run’s drop holds almost as many firing events as a run’s own: what sets most of them is when, not which drop';
  return (
    <figure className="study">
      <figcaption>
        <strong>{title}.</strong> Events of hidden neurons in drops ÷ events expected from movement, with 95 % intervals
        over runs. Filled: own drops. Hollow: drops of the run with the nearest onset.
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. The numbers are in the table below.`}>
        {[0, 0.5, 1, 1.5, 2].map((ratio) => (
          <g key={ratio}>
            <line
              className={ratio === 1 ? 'study__one' : 'study__axis'}
              x1={xOf(ratio)}
              x2={xOf(ratio)}
              y1={8}
              y2={height - 32}
            />
            <text x={xOf(ratio)} y={height - 14} textAnchor="middle">
              {number(ratio, 1)}
            </text>
          </g>
        ))}
        {shown.map(({ name, hidden }, i) => (
          <g key={name}>
            <text x={left - 12} y={i * row + 32} textAnchor="end" className="study__title">
              {name}
            </text>
            <Mark interval={hidden.ratio} y={i * row + 22} isOwn />
            <Mark interval={hidden.neighbourRatio} y={i * row + 36} />
          </g>
        ))}
      </svg>
    </figure>
  );
}

function Mark(props: {
  readonly interval: Interval;
  readonly y: number;
  readonly isOwn?: boolean;
}): ReactElement | null {
  const { interval, y, isOwn = false } = props;
  const { value, low, high } = interval;
  if (value === null || low === null || high === null) return null;
  return (
    <g className={isOwn ? 'study__own' : 'study__other'}>
      <line x1={xOf(low)} x2={xOf(high)} y1={y} y2={y} />
      <circle cx={xOf(value)} cy={y} r={4.5} />
    </g>
  );
}
