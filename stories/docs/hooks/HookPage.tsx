import { NetworkGraph, TrainingControls } from '@neuroglow/components';
import { NeuroglowProvider, useTraining, xorDataset } from '@neuroglow/engine';
import api from 'virtual:neuroglow-api';
import type { ComponentType, ReactElement } from 'react';
import { CodeSample } from '../introduction/CodeSample.js';
import { Prose } from '../reference/Prose.js';
import '../reference/reference.css';
import type { HookName } from './hookNames.js';

interface ExampleModule {
  readonly Example: ComponentType;
}

const examples = import.meta.glob<ExampleModule>('./examples/*.tsx', { eager: true });
const sources = import.meta.glob<string>('./examples/*.tsx', { eager: true, query: '?raw', import: 'default' });

/** What a hook is for, how it is called, and a live example with its source. */
export function HookPage({ hook }: { readonly hook: HookName }): ReactElement {
  const overloads = api.find(({ name }) => name === hook)?.overloads ?? [];
  return (
    <main className="reference">
      <h1>{hook}</h1>
      {overloads.map(({ signature, description, parameters, throws }) => (
        <section key={signature} aria-label={signature}>
          <CodeSample code={signature} language="tsx" />
          <Prose text={description} />
          {parameters.length > 0 && <Prose text={parameters.map((text) => `– ${text}`).join('\n\n')} />}
          {throws.length > 0 && <Prose text={`Throws ${throws.join('; ')}`} />}
        </section>
      ))}
      <h2>Live</h2>
      <Stage hook={hook} />
      <h2>Its source</h2>
      <CodeSample code={sources[`./examples/${hook}.tsx`]?.trim() ?? ''} language="tsx" />
    </main>
  );
}

const dataset = xorDataset();

/** The example within a provider, beside the graph it shares its source and its viewer with. */
function Stage({ hook }: { readonly hook: HookName }): ReactElement {
  const Example = examples[`./examples/${hook}.tsx`]?.Example;
  const session = useTraining({
    network: { layers: [2, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 7 },
    dataset,
    optimizer: { kind: 'adam', learningRate: 0.05, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  });
  if (!Example) return <p role="alert">There is no example of {hook} yet.</p>;
  return (
    <NeuroglowProvider source={session} defaultInput={{ sample: 1 }}>
      <div className="reference__stage">
        {hook !== 'useTraining' && <TrainingControls show={['commands', 'readings']} />}
        <div className="reference__example" role="group" aria-label={`Example of ${hook}`}>
          <Example />
        </div>
        {hook !== 'useTraining' && <NetworkGraph aspect={2.2} />}
      </div>
    </NeuroglowProvider>
  );
}
