import { ActivationHeatmap, CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
import { NeuroglowProvider, useTraining, xorDataset } from '@neuroglow/engine';
import { type ReactElement, useState } from 'react';
import { CodeSample } from '../introduction/CodeSample.js';
import '../reference/reference.css';
import { themeProperties } from './themeProperties.js';

type Changes = Readonly<Record<string, string>>;
const dataset = xorDataset();

/** Every custom property with a control, and the pictures that follow it. */
export function ThemingPage(): ReactElement {
  const [changes, setChanges] = useState<Changes>({});
  const session = useTraining({ network: { layers: [2, 4, 1], activation: 'tanh', seed: 7 }, dataset });
  const set = (name: string, value: string): void => setChanges({ ...changes, [name]: value });
  const css = Object.entries(changes)
    .map(([name, value]) => `  ${name}: ${value};`)
    .join('\n');
  return (
    <main className="reference reference--wide">
      <h1>Theming</h1>
      <p>
        Set custom properties on any element around a component. Light or dark follows the nearest{' '}
        <code>data-neuroglow-theme</code> (<code>light</code>, <code>dark</code> or <code>auto</code>), else the page’s{' '}
        <code>color-scheme</code>. Change a value and watch:
      </p>
      <div className="theming">
        <table>
          <thead>
            <tr>
              <th scope="col">property</th>
              <th scope="col">colours</th>
              <th scope="col">value</th>
            </tr>
          </thead>
          <tbody>
            {themeProperties.map(({ name, about, kind }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{about}</td>
                <td>
                  <input
                    type={kind}
                    aria-label={name}
                    value={changes[name] ?? (kind === 'color' ? '#808080' : '')}
                    placeholder="default"
                    onChange={(event) => set(name, event.target.value)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="theming__pictures" style={changes}>
          <NeuroglowProvider source={session} defaultInput={{ sample: 1 }}>
            <TrainingControls />
            <NetworkGraph />
            <ActivationHeatmap aspect={2.4} />
            <CostPlot aspect={2.4} />
          </NeuroglowProvider>
        </div>
      </div>
      <h2>Your style sheet</h2>
      <CodeSample code={`.my-page {\n${css || '  --neuroglow-accent: #7c3aed;'}\n}`} language="tsx" />
      <button type="button" disabled={css === ''} onClick={() => setChanges({})}>
        Back to the defaults
      </button>
    </main>
  );
}
