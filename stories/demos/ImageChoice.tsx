import { useEffect, useRef, useState, type ReactElement } from 'react';
import { greysOfFile, paintGreys, side } from './imagePixels.js';

export interface ImageChoiceProps {
  /** Which of the two: "left" or "right". */
  readonly name: string;
  readonly greys: Float32Array;
  readonly onChange: (greys: Float32Array) => void;
}

/** A picture to learn. Another file may be chosen or dropped on it. */
export function ImageChoice({ name, greys, onChange }: ImageChoiceProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (canvas.current) paintGreys(canvas.current, greys, side);
  }, [greys]);
  const take = (file: File | undefined): void => {
    if (!file) return;
    greysOfFile(file).then(
      (next) => {
        setProblem(null);
        onChange(next);
      },
      () => {
        setProblem(`${file.name} is not a picture this browser can read`);
      },
    );
  };
  return (
    <label
      className="image__choice"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <span>{problem ?? 'change …'}</span>
      <input
        type="file"
        accept="image/*"
        aria-label={`Choose the ${name} picture`}
        onChange={(event) => {
          take(event.target.files?.[0]);
        }}
      />
    </label>
  );
}
