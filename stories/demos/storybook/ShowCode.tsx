import { useId, useState, type ReactElement } from 'react';
import './show-code.css';

/** A file of a demo: its name in the folder, and its text as it is in the repository. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** What a demo loads: where it belongs beside the files, and where it can be had. */
export interface DataFile {
  readonly name: string;
  readonly url: string;
}

interface ShowCodeProps {
  readonly files: readonly SourceFile[];
  readonly data: readonly DataFile[];
}

/** A button that shows the files a demo is made of, each ready to be copied. */
export function ShowCode({ files, data }: ShowCodeProps): ReactElement {
  const id = useId();
  const [index, setIndex] = useState(0);
  const [copied, setCopied] = useState<string | null>(null);
  const file = files[index] ?? files[0];
  const copy = (): void => {
    if (!file) return;
    navigator.clipboard.writeText(file.text).then(
      () => {
        setCopied(`${file.name} copied`);
      },
      () => {
        setCopied('The browser did not allow copying: select the text instead.');
      },
    );
  };
  return (
    <div className="show-code">
      <button type="button" className="show-code__button" popoverTarget={id}>
        Code
      </button>
      <div id={id} popover="auto" className="show-code__panel" aria-label="Code of this demo" role="dialog">
        <p>
          Put these files into one folder of a React app that has <code>@neuroglow/engine</code> and{' '}
          <code>@neuroglow/components</code>, and render the first.
          {data.length > 0 && ' Its data go into the folders that their names say:'}
          {data.map(({ name, url }) => (
            <span key={name}>
              {' '}
              <a href={url} download={name.replace(/^.*\//, '')}>
                {name}
              </a>
            </span>
          ))}
        </p>
        <div className="show-code__files" role="group" aria-label="Files">
          {files.map(({ name }, other) => (
            <button
              key={name}
              type="button"
              aria-pressed={other === index}
              onClick={() => {
                setIndex(other);
                setCopied(null);
              }}
            >
              {name}
            </button>
          ))}
        </div>
        <pre tabIndex={0} aria-label={file?.name}>
          <code>{file?.text}</code>
        </pre>
        <div className="show-code__foot">
          <span role="status">{copied}</span>
          <button type="button" onClick={copy}>
            Copy {file?.name}
          </button>
          <button type="button" popoverTarget={id} popoverTargetAction="hide">
            Close
          </button>
        </div>
      </div>
    </div>
  );
}
