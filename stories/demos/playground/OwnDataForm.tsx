import { useId, useState, type ReactElement } from 'react';
import { guessColumns, headerOf, type OwnData } from './ownData.js';

interface OwnDataFormProps {
  readonly data: OwnData | null;
  /** What is wrong with it. */
  readonly problem: string | null;
  readonly onChange: (data: OwnData) => void;
}

/** Opens a CSV file and says which of its columns mean what. */
export function OwnDataForm({ data, problem, onChange }: OwnDataFormProps): ReactElement {
  const id = useId();
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const header = data ? headerOf(data.text) : [];
  const open = (file: File): void => {
    file.text().then(
      (text) => {
        setUnreadable(null);
        onChange(guessColumns(file.name, text));
      },
      (error: unknown) => {
        setUnreadable(`The file could not be read: ${String(error)}`);
      },
    );
  };
  const column = (label: string, field: 'x' | 'y' | 'target'): ReactElement => (
    <div className="playground__field">
      <label htmlFor={`${id}-${field}`}>{label}</label>
      <select
        id={`${id}-${field}`}
        value={data?.[field]}
        onChange={(event) => {
          if (data) onChange({ ...data, [field]: event.target.value });
        }}
      >
        {header.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
  return (
    <div className="playground__form">
      <div className="playground__field">
        <label htmlFor={`${id}-file`}>{data ? data.name : 'CSV file with a header line'}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) open(file);
          }}
        />
      </div>
      {data && (
        <div className="playground__pair">
          {column('Across', 'x')}
          {column('Up', 'y')}
          {column('Learn', 'target')}
          <div className="playground__field">
            <label htmlFor={`${id}-problem`}>as</label>
            <select
              id={`${id}-problem`}
              value={data.problem}
              onChange={(event) => {
                onChange({ ...data, problem: event.target.value === 'numbers' ? 'numbers' : 'classes' });
              }}
            >
              <option value="classes">a class</option>
              <option value="numbers">a number</option>
            </select>
          </div>
        </div>
      )}
      {(unreadable ?? problem) !== null && <p role="alert">{unreadable ?? problem}</p>}
    </div>
  );
}
