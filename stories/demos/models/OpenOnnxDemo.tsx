import { NeuroglowProvider } from '@neuroglow/engine';
import { openOnnx, type OnnxRuntime, type OnnxSource } from '@neuroglow/engine/onnx';
import { useEffect, useState, type ReactElement } from 'react';
import { loadDigits } from '../../data/digits.js';
import { readBytes } from '../../data/readFile.js';
import { InputChoice } from './InputChoice.js';
import { ModelPictures } from './ModelPictures.js';

const names = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** onnxruntime is 13 MB: it is fetched when a model is opened. Without it the structure and the filters are still shown. */
async function loadRuntime(): Promise<OnnxRuntime | undefined> {
  try {
    const [ort, { default: wasm }] = await Promise.all([
      import('onnxruntime-web/wasm'),
      import('onnxruntime-web/ort-wasm-simd-threaded.wasm?url'),
    ]);
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.wasmPaths = { wasm };
    return ort;
  } catch {
    // The pictures say what is missing without it.
    return undefined;
  }
}

/** A network of PyTorch that reads handwritten digits, with a digit of each kind as its inputs. */
async function openDigits(): Promise<OnnxSource> {
  const [model, { validation }, ort] = await Promise.all([
    readBytes(new URL('../../data/digits/network.onnx', import.meta.url)),
    loadDigits(),
    loadRuntime(),
  ]);
  const probes = names.map((_, digit) => {
    const row = validation.labels.indexOf(digit);
    return validation.inputs.subarray(row * 64, (row + 1) * 64);
  });
  return openOnnx({ model, ort, probes, classNames: names });
}

/** A file of your own, with an input of zeros and one of noise: only you know what your model looks at. */
async function openFile(file: File): Promise<OnnxSource> {
  const model = new Uint8Array(await file.arrayBuffer());
  const bare = await openOnnx({ model });
  const { neurons } = bare.network.layers[0]!;
  const probes = [
    new Float32Array(neurons),
    Float32Array.from({ length: neurons }, (_, k) => Math.abs(Math.sin(k * 12.9898))),
  ];
  return openOnnx({ model, ort: await loadRuntime(), probes });
}

type Outcome = { readonly source: OnnxSource; readonly inputs: readonly string[] } | { readonly error: string } | null;

/** Opens an ONNX file: the one that comes along, or one that is dropped. */
export function OpenOnnxDemo(): ReactElement {
  const [file, setFile] = useState<File | null>(null);
  return (
    <div
      className="demo models__pictures"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setFile(event.dataTransfer.files[0] ?? null);
      }}
    >
      <label className="models__file">
        Open or drop an ONNX file{' '}
        <input type="file" accept=".onnx" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      </label>
      <Opened key={file ? `${file.name} ${file.size} ${file.lastModified}` : 'digits'} file={file} />
    </div>
  );
}

function Opened({ file }: { readonly file: File | null }): ReactElement {
  const [outcome, setOutcome] = useState<Outcome>(null);
  useEffect(() => {
    let isWanted = true;
    let opened: OnnxSource | null = null;
    (file ? openFile(file) : openDigits()).then(
      (source) => {
        opened = source;
        if (isWanted) setOutcome({ source, inputs: file ? ['zeros', 'noise'] : names });
        else void source.dispose();
      },
      (error: unknown) => {
        if (isWanted) setOutcome({ error: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      isWanted = false;
      void opened?.dispose();
    };
  }, [file]);
  if (outcome === null) return <p role="status">Opening the model …</p>;
  if ('error' in outcome) return <p role="alert">{outcome.error}</p>;
  return (
    <NeuroglowProvider source={outcome.source}>
      <InputChoice source={outcome.source} names={outcome.inputs} />
      <ModelPictures source={outcome.source} />
    </NeuroglowProvider>
  );
}
