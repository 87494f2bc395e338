import type { NetworkDescription, ParametersFrame, PassesFrame } from '@neuroglow/engine';

/** One weight or bias of a network: `input` is null for a bias. */
export interface Parameter {
  readonly layer: number;
  readonly neuron: number;
  readonly input: number | null;
}

/** Every parameter, layer by layer and neuron by neuron, the bias after the weights. */
export function parametersOf({ layers }: NetworkDescription): readonly Parameter[] {
  return layers.slice(1).flatMap(({ neurons }, before) =>
    Array.from({ length: neurons }, (_, neuron) => {
      const inputs = Array.from({ length: layers[before]!.neurons }, (_, input): number | null => input);
      return [...inputs, null].map((input) => ({ layer: before + 1, neuron, input }));
    }).flat(),
  );
}

/** What the chain rule says of one parameter, with every number of one pass: ∂C/∂w = ∂C/∂a · ∂a/∂z · ∂z/∂w. */
export interface ChainRule {
  readonly value: number;
  /** ∂C/∂a of the neuron that the parameter belongs to. */
  readonly costByActivation: number;
  /** Where that comes from: the target at the output, else a weight and δ for every neuron of the next layer. */
  readonly from:
    | { readonly activation: number; readonly target: number }
    | readonly { readonly weight: number; readonly delta: number }[];
  readonly activation: number;
  /** ∂a/∂z = f′(z). */
  readonly slope: number;
  /** ∂z/∂w: the activation that the weight multiplies, or 1 for a bias. */
  readonly preActivationByParameter: number;
  readonly gradient: number;
}

/** null while the frames are not of one step, or not of a network with this parameter. */
export function chainRuleOf(
  { layer, neuron, input }: Parameter,
  pass: PassesFrame,
  parameters: ParametersFrame,
): ChainRule | null {
  const here = pass.forward.find((one) => one.layer === layer && one.neuron === neuron);
  const own = parameters.layers[layer];
  if (!here || !own || pass.step !== parameters.step || pass.runId !== parameters.runId) return null;
  const before = pass.forward.filter((one) => one.layer === layer - 1);
  const activations = layer === 1 ? pass.input : before.map(({ activation }) => activation);
  const next = pass.forward.filter((one) => one.layer === layer + 1);
  const nextWeights = parameters.layers[layer + 1]?.weights;
  const from = next.map(({ delta }, k) => ({ weight: nextWeights?.[neuron * next.length + k] ?? NaN, delta }));
  const { activationGradient, activation, slope } = here;
  return {
    value: (input === null ? own.biases[neuron] : own.weights[input * own.biases.length + neuron]) ?? NaN,
    costByActivation: activationGradient,
    from: next.length > 0 ? from : { activation, target: pass.target[neuron] ?? NaN },
    activation,
    slope,
    preActivationByParameter: input === null ? 1 : (activations[input] ?? NaN),
    gradient: (input === null ? here.biasGradient : here.weightGradients[input]) ?? NaN,
  };
}
