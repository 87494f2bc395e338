import { useId, useMemo, type ReactElement } from 'react';
import { pointSets, type PointSet } from './pointSets.js';

interface DataChoiceProps {
  readonly value: string;
  readonly onChange: (data: string) => void;
}

/** The data sets as small pictures, classes first, and a place for the reader's own. */
export function DataChoice({ value, onChange }: DataChoiceProps): ReactElement {
  const name = useId();
  return (
    <div className="playground__sets" role="radiogroup" aria-label="Data set">
      {pointSets.map((set) => (
        <label key={set.name} title={`${set.label}: ${problemWords[set.problem]}`}>
          <input
            type="radio"
            name={name}
            aria-label={`${set.label}, ${problemWords[set.problem]}`}
            checked={value === set.name}
            onChange={() => {
              onChange(set.name);
            }}
          />
          <Thumbnail set={set} />
        </label>
      ))}
      <label title="Your own CSV file">
        <input
          type="radio"
          name={name}
          aria-label="Your own CSV file"
          checked={value === 'own'}
          onChange={() => {
            onChange('own');
          }}
        />
        <span className="playground__own" aria-hidden="true">
          CSV
        </span>
      </label>
    </div>
  );
}

const problemWords = { classes: 'classification', numbers: 'regression' } as const;
const most = 160;

/** One path per class or, for numbers, per sign. */
function Thumbnail({ set }: { readonly set: PointSet }): ReactElement {
  const paths = useMemo(() => {
    const { inputs, targets, rows } = set.make({ rows: most, seed: 7 });
    const outputs = targets.length / rows;
    const groups: string[] = [];
    for (let row = 0; row < rows; row++) {
      const target = targets.subarray(row * outputs, (row + 1) * outputs);
      const group = groupOf(target, set.problem);
      const [x, y] = [inputs[2 * row]!, inputs[2 * row + 1]!];
      groups[group] = `${groups[group] ?? ''}M${x.toFixed(1)} ${(-y).toFixed(1)}h0`;
    }
    return groups;
  }, [set]);
  return (
    <svg viewBox="-6.5 -6.5 13 13" aria-hidden="true">
      {paths.map((path, group) => (
        <path key={group} d={path} data-group={group} />
      ))}
    </svg>
  );
}

function groupOf(target: Float32Array, problem: PointSet['problem']): number {
  if (problem === 'numbers') return target[0]! < -0.15 ? 0 : target[0]! > 0.15 ? 1 : 3;
  return target.length === 1 ? target[0]! : target.indexOf(1);
}
