import { adam, type Activation, type Optimizer } from '@neuroglow/engine';
import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import './picture.css';
import { PictureDemo, type Pictures } from './PictureDemo.js';
import { readPictures } from './readPictures.js';

export interface PicturesFromFilesProps {
  /** The pictures that the demo begins with. The same function on every render. */
  readonly load: () => Promise<Pictures>;
  readonly title: string;
  readonly watch: ReactNode;
  readonly classNames: readonly string[];
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly optimizer: Optimizer;
  readonly brushOf: (shape: Pictures['imageShape']) => number;
  readonly fitOf: (shape: Pictures['imageShape']) => number;
  readonly fill?: boolean;
  readonly ask: string;
  /** The name of the full data set, whose IDX files may be dropped. */
  readonly full: string;
  readonly credits: ReactNode;
}

/** Of a full data set: wide layers, adam and larger batches. */
const wide = {
  hidden: [128, 64],
  activation: 'relu',
  optimizer: adam({ learningRate: 0.001 }),
  batchSize: 128,
} as const;

/** A picture demo that loads its data, and takes the IDX files of a full data set in their place. */
export function PicturesFromFiles(props: PicturesFromFilesProps): ReactElement {
  const { load, classNames, full, brushOf, fitOf, fill = false, ...rest } = props;
  const [data, setData] = useState<Pictures | null>(null);
  const [isOwn, setIsOwn] = useState(false);
  const [note, setNote] = useState('');
  useEffect(() => {
    let isWanted = true;
    load().then(
      (loaded) => {
        if (isWanted) setData(loaded);
      },
      (error: unknown) => {
        if (isWanted) setNote(String(error));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  const pen = useMemo(
    () => (data ? { brush: brushOf(data.imageShape), fit: fitOf(data.imageShape), fill } : null),
    [data, brushOf, fitOf, fill],
  );
  const take = (files: readonly File[]): void => {
    if (files.length === 0) return;
    setNote('Reading …');
    readPictures(files, classNames.length).then(
      (pictures) => {
        setData(pictures);
        setIsOwn(true);
        setNote(`${pictures.training.rows.toLocaleString('en')} pictures`);
      },
      (error: unknown) => {
        setNote(error instanceof Error ? error.message : String(error));
      },
    );
  };
  if (!data || !pen) return <p role={note === '' ? 'status' : 'alert'}>{note || 'Loading the pictures …'}</p>;
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }}
    >
      <PictureDemo
        key={isOwn ? 'own' : 'built-in'}
        {...rest}
        {...(isOwn ? wide : {})}
        data={data}
        classNames={classNames}
        pen={pen}
        settings={
          <label className="demo__button picture__files">
            {note || 'All 60,000 …'}
            <input
              type="file"
              multiple
              aria-label={`All 60,000: choose the IDX files of ${full}, images and labels`}
              onChange={(event) => {
                take([...(event.target.files ?? [])]);
              }}
            />
          </label>
        }
        credits={
          <>
            {rest.credits} To train on all of {full}, drop its two or four IDX files here, gzipped or not.
          </>
        }
      />
    </div>
  );
}
