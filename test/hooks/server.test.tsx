// @vitest-environment node
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import {
  createNetwork,
  NeuroglowProvider,
  useActivations,
  useScalars,
  useHover,
  useInputWeights,
  useMetrics,
  useParameters,
  useResponseMaps,
  useSelection,
  useTraining,
  useTrainingState,
  useView,
} from '@neuroglow/engine';

const dataset = { inputs: Float32Array.of(0, 0, 1, 1), targets: Float32Array.of(0, 1), rows: 2 };

function Page(): ReactElement {
  const session = useTraining(() => ({ network: createNetwork({ layers: [2, 3, 1] }), dataset }), []);
  return (
    <NeuroglowProvider source={session} defaultInput={{ sample: 1 }}>
      <Readings />
    </NeuroglowProvider>
  );
}

function Readings(): ReactElement {
  const status = useTrainingState((snapshot) => snapshot.status);
  const frames = [useActivations(), useParameters(), useInputWeights(), useScalars()];
  const more = [useResponseMaps({ layer: 1 }), useMetrics('layerStatistics'), useMetrics('gradientNorms')];
  const [selection] = useSelection();
  useHover(() => undefined);
  useView({ kind: 'parameters' }, () => undefined);
  const shown = [...frames, ...more].map(({ frame }) => frame?.step ?? 'none');
  return <p>{`${status}, ${selection.neurons.length} selected: ${shown.join(' ')}`}</p>;
}

it('a page with every hook renders without a DOM, as at step 0', () => {
  const error = vi.spyOn(console, 'error');
  expect(typeof document).toBe('undefined');
  expect(renderToString(<Page />)).toBe('<p>idle, 0 selected: none none none none none none none</p>');
  expect(error).not.toHaveBeenCalled();
});
