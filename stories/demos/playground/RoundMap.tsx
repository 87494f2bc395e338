import { activationFunctions, useNetwork, useView, type NetworkDescription } from '@neuroglow/engine';
import { useRef, type ReactElement } from 'react';

interface RoundMapProps {
  readonly layer: number;
  readonly neuron: number;
  /** CSS pixels. */
  readonly radius: number;
}

const resolution = 20;

/** A neuron's activation over the plane, drawn into its disc, so that its ring stays to be seen. Neurons of a layer share one view. */
export function RoundMap({ layer, neuron, radius }: RoundMapProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const largest = useRef<Largest>({ runId: '', value: 0 });
  const network = useNetwork();
  useView(
    { kind: 'responseMaps', layer, resolution },
    ({ runId, maps, neurons }) => {
      const context = canvas.current?.getContext('2d');
      if (!context || neuron >= neurons) return;
      const range = rangeOf(network, layer) ?? symmetric(largest.current, runId, maps);
      const cells = resolution * resolution;
      paint(context, maps.subarray(neuron * cells, (neuron + 1) * cells), range);
    },
    { element: canvas },
  );
  const size = 2 * Math.max(0, radius - 3);
  return (
    <canvas
      ref={canvas}
      className="playground__map"
      width={resolution}
      height={resolution}
      style={{ width: size, height: size }}
    />
  );
}

type Range = readonly [low: number, high: number];
type Color = readonly [red: number, green: number, blue: number];

/** The ends of the layer's activation function; null where one is infinite. */
function rangeOf(network: NetworkDescription | null, layer: number): Range | null {
  const of = network?.layers[layer];
  if (!of?.activation) return null;
  const [low, high] = activationFunctions[of.activation].range(of.slope);
  return Number.isFinite(high - low) ? [low, high] : null;
}

interface Largest {
  runId: string;
  value: number;
}

/** As far as the layer has reached in this run, so that a colour means the same from frame to frame. */
function symmetric(largest: Largest, runId: string, maps: Float32Array): Range {
  if (largest.runId !== runId) Object.assign(largest, { runId, value: 1e-6 });
  for (const value of maps) if (Number.isFinite(value)) largest.value = Math.max(largest.value, Math.abs(value));
  return [-largest.value, largest.value];
}

function paint(context: CanvasRenderingContext2D, map: Float32Array, range: Range): void {
  const picture = context.createImageData(resolution, resolution);
  const style = getComputedStyle(context.canvas);
  const [low, middle, high] = (
    range[0] < 0
      ? [style.outlineColor, style.backgroundColor, style.color]
      : [style.backgroundColor, style.columnRuleColor, style.color]
  ).map(channels);
  if (!low || !middle || !high) return;
  for (const [k, value] of map.entries()) {
    const share = Math.min(1, Math.max(0, (value - range[0]) / (range[1] - range[0]))) || 0;
    const [from, to, at] = share < 0.5 ? [low, middle, 2 * share] : [middle, high, 2 * share - 1];
    picture.data.set([...from.map((channel, c) => channel + at * (to[c]! - channel)), 255], 4 * k);
  }
  context.putImageData(picture, 0, 0);
}

/** "rgb(12, 34, 56)", as the browser computes it. */
function channels(color: string): Color | null {
  const [red, green, blue] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}
