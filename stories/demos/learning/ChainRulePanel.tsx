import {
  useInput,
  useTrainingState,
  useViews,
  type InputReference,
  type NetworkDescription,
  type ParametersFrame,
  type PassesFrame,
} from '@neuroglow/engine';
import { Fragment, useId, useState, type ReactElement, type ReactNode } from 'react';
import { DemoPanel } from '../Demo.js';
import { chainRuleOf, parametersOf, type ChainRule, type Parameter } from './chainRule.js';

interface ChainRulePanelProps {
  readonly network: NetworkDescription;
  /** Index in `parametersOf`. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

const noInput: InputReference = { sample: 0 };

/** The chain rule of one weight or bias, with the numbers of the pass that the graph shows. */
export function ChainRulePanel({ network, chosen, onChoose }: ChainRulePanelProps): ReactElement {
  const id = useId();
  const [input] = useInput();
  const rate = useTrainingState(({ hyperparameters }) => hyperparameters?.learningRate ?? NaN);
  const parameters = parametersOf(network);
  const parameter = parameters[chosen] ?? parameters[0]!;
  const [frames, setFrames] = useState<readonly [PassesFrame, ParametersFrame] | null>(null);
  useViews([{ kind: 'passes', input: input ?? noInput }, { kind: 'parameters' }], setFrames);
  const rule = frames && chainRuleOf(parameter, ...frames);
  return (
    <DemoPanel title="Chain rule" className="learning__rule">
      <label htmlFor={id}>of</label>
      <select
        id={id}
        value={parameters.indexOf(parameter)}
        onChange={(event) => {
          onChoose(Number(event.target.value));
        }}
      >
        {parameters.map((one, index) => (
          <option key={index} value={index}>
            {nameOf(one, network)}
          </option>
        ))}
      </select>
      {rule && <Lines rule={rule} symbol={parameter.input === null ? 'b' : 'w'} rate={rate} />}
    </DemoPanel>
  );
}

function nameOf({ layer, neuron, input }: Parameter, { layers }: NetworkDescription): string {
  const neuronName = (l: number, n: number): string => {
    const of = layers[l]!;
    return of.labels?.[n] ?? (of.neurons === 1 ? of.name : `${of.name}, neuron ${String(n + 1)}`);
  };
  const to = neuronName(layer, neuron);
  return input === null ? `bias of ${to}` : `weight from ${neuronName(layer - 1, input)} to ${to}`;
}

function Lines({
  rule,
  symbol,
  rate,
}: {
  readonly rule: ChainRule;
  readonly symbol: string;
  readonly rate: number;
}): ReactElement {
  const { activation: a, slope, costByActivation, preActivationByParameter, gradient, value, from } = rule;
  const product = `${written(costByActivation)} · ${written(slope)} · ${written(preActivationByParameter)}`;
  const isOutput = 'target' in from;
  const lines: readonly (readonly [term: string, ReactNode, meaning: string])[] = [
    [
      '∂C/∂a',
      isOutput
        ? `2(a − y) = 2(${written(from.activation)} − ${written(from.target)}) = ${written(costByActivation)}`
        : `${from.map(({ weight, delta }) => `${written(weight)} · ${written(delta)}`).join(' + ')} = ${written(costByActivation)}`,
      isOutput ? 'how the cost follows the answer' : 'weight on · δ of the output: what the error sends back',
    ],
    ['∂a/∂z', `a(1 − a) = ${written(a)} · ${written(1 - a)} = ${written(slope)}`, 'how steep the sigmoid is here'],
    [
      `∂z/∂${symbol}`,
      symbol === 'b' ? '1' : `a before = ${written(preActivationByParameter)}`,
      symbol === 'b' ? 'a bias is added as it is' : 'what the weight multiplies',
    ],
  ];
  return (
    <>
      <p className="learning__formula">
        ∂C/∂{symbol} = ∂C/∂a · ∂a/∂z · ∂z/∂{symbol}
      </p>
      <dl>
        {lines.map(([term, numbers, meaning]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>
              {numbers}
              <small>{meaning}</small>
            </dd>
          </Fragment>
        ))}
        <dt>∂C/∂{symbol}</dt>
        <dd data-result>
          {product} = <b data-name="gradient">{written(gradient)}</b>
        </dd>
        <dt>{symbol} after</dt>
        <dd data-result>
          {symbol} − η · ∂C/∂{symbol} = <span data-name="value">{written(value)}</span> − {String(rate)} ·{' '}
          {written(gradient)} = <b data-name="after">{written(value - rate * gradient)}</b>
          <small>what the next step makes of it</small>
        </dd>
      </dl>
    </>
  );
}

/** Four digits after the point, so that products can be checked by hand; a real minus sign. */
function written(value: number): string {
  const text =
    Math.abs(value) > 0 && Math.abs(value) < 0.001 ? value.toExponential(2) : String(Number(value.toFixed(4)));
  const signed = text.replace('-', '−');
  return value < 0 ? `(${signed})` : signed;
}
