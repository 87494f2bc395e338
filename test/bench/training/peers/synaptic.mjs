import { roundRobin, rowsOf } from '../cases.mjs';
import { meanError } from './brain.mjs';
import { fromPeers } from './fromPeers.mjs';

/** synaptic compiles a network to straight-line code; with 784 inputs that takes minutes and gains nothing, so it is left out there. */
export function synaptic(workload) {
  if (workload.layers[0] > 100) throw new Error('not for networks of 784 inputs: its generated code does not finish');
  const { Architect } = fromPeers('synaptic');
  const net = new Architect.Perceptron(...workload.layers);
  const rows = rowsOf(workload);
  const rate = workload.learningRate / 4;
  const next = roundRobin(rows);
  return {
    train() {
      for (let k = 0; k < 16; k++) {
        const { input, output } = next();
        net.activate(input);
        net.propagate(rate, output);
      }
      return 16;
    },
    cost: () => meanError(rows, (input) => net.activate(input)),
  };
}
