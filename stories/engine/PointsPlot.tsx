import type { Dataset } from '@neuroglow/engine';
import type { CSSProperties, ReactElement } from 'react';
import './datasets.css';

export interface PointsPlotProps {
  /** What the picture is called, to begin its description: "Spiral". */
  readonly name: string;
  readonly dataset: Dataset;
  /** Rows to draw faintly behind: what another part of a split holds. */
  readonly behind?: Dataset;
  /** Half the side of the square that is shown, in the units of the data. */
  readonly reach: number;
}

const side = 420;
const margin = 26;

/** Points in the plane. Two classes: discs and diamonds; more values: a diverging colour, discs above 0 and diamonds below. */
export function PointsPlot({ name, dataset, behind, reach }: PointsPlotProps): ReactElement {
  const low = smallest(dataset.targets);
  const high = -smallest(dataset.targets.map((target) => -target));
  const isClasses = dataset.targets.every((target) => target === low || target === high);
  const scale = (side - 2 * margin) / (2 * reach);
  const place = (x: number, y: number): string =>
    `translate(${(side / 2 + x * scale).toFixed(2)} ${(side / 2 - y * scale).toFixed(2)})`;
  const said = isClasses ? 'two classes' : `targets from ${short(low)} to ${short(high)}`;
  return (
    <figure className="dataset dataset--narrow">
      <svg
        className="dataset__plane"
        viewBox={`0 0 ${String(side)} ${String(side)}`}
        role="img"
        aria-label={`${name}: ${String(dataset.rows)} points of ${said}, x and y from ${short(-reach)} to ${short(reach)}`}
      >
        <rect
          className="dataset__frame"
          x={margin}
          y={margin}
          width={side - 2 * margin}
          height={side - 2 * margin}
          rx={6}
        />
        <path
          className="dataset__zero"
          d={`M${String(side / 2)} ${String(margin)}V${String(side - margin)}M${String(margin)} ${String(side / 2)}H${String(side - margin)}`}
        />
        {behind && <Marks dataset={behind} low={low} high={high} place={place} faint />}
        <Marks dataset={dataset} low={low} high={high} place={place} />
        <text x={margin} y={side - 9}>
          {short(-reach)}
        </text>
        <text x={side / 2} y={side - 9} textAnchor="middle">
          x
        </text>
        <text x={side - margin} y={side - 9} textAnchor="end">
          {short(reach)}
        </text>
        <text x={margin - 6} y={margin + 9} textAnchor="end">
          {short(reach)}
        </text>
        <text x={margin - 6} y={side / 2 + 4} textAnchor="end">
          y
        </text>
      </svg>
      {isClasses ? <Classes dataset={dataset} low={low} high={high} /> : <Scale low={low} high={high} />}
    </figure>
  );
}

interface MarksProps {
  readonly dataset: Dataset;
  readonly low: number;
  readonly high: number;
  readonly place: (x: number, y: number) => string;
  readonly faint?: boolean;
}

function Marks({ dataset, low, high, place, faint = false }: MarksProps): ReactElement {
  const { inputs, targets } = dataset;
  const middle = low === 0 ? 0.5 : 0;
  return (
    <g className={faint ? 'dataset__mark--faint' : undefined}>
      {Array.from(targets, (target, row) => (
        <Mark
          key={row}
          isHigh={target >= middle}
          share={Math.abs(target - middle) / Math.max(high - middle, middle - low)}
          transform={place(inputs[row * 2] ?? 0, inputs[row * 2 + 1] ?? 0)}
        />
      ))}
    </g>
  );
}

/** A disc where the target is high, a diamond where it is low, so that colour is not needed to tell. */
function Mark(props: { readonly isHigh: boolean; readonly share: number; readonly transform?: string }): ReactElement {
  const { isHigh, share, transform } = props;
  const color = isHigh ? 'var(--dataset-yes)' : 'var(--dataset-no)';
  const style: CSSProperties = {
    fill: `color-mix(in oklab, ${color} ${(share * 100).toFixed(0)}%, var(--dataset-flat))`,
  };
  return isHigh ? (
    <circle r={3} transform={transform} style={style} data-mark="high" />
  ) : (
    <path d="M0 -3.8L3.8 0L0 3.8L-3.8 0Z" transform={transform} style={style} data-mark="low" />
  );
}

function Classes({
  dataset,
  low,
  high,
}: {
  readonly dataset: Dataset;
  readonly low: number;
  readonly high: number;
}): ReactElement {
  return (
    <ul className="dataset__legend">
      {[high, low].map((target) => (
        <li key={target}>
          <svg viewBox="-5 -5 10 10" aria-hidden="true">
            <Mark isHigh={target === high} share={1} />
          </svg>
          target {short(target)} · {dataset.targets.filter((one) => one === target).length} rows
        </li>
      ))}
    </ul>
  );
}

function Scale({ low, high }: { readonly low: number; readonly high: number }): ReactElement {
  const end = Math.max(Math.abs(low), Math.abs(high));
  return (
    <div className="dataset__legend" style={{ alignItems: 'center' }}>
      <span>target {short(-end)}</span>
      <span className="dataset__ramp" aria-hidden="true" />
      <span>{short(end)}</span>
      <span>● above 0, ◆ below</span>
    </div>
  );
}

function smallest(values: Float32Array): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

/** A number as a person writes it, with a true minus. */
function short(value: number): string {
  return String(Number(value.toPrecision(2))).replace('-', '−');
}
