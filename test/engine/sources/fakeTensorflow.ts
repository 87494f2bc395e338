import type { TensorflowLayer, TensorflowModel, TensorflowWeight } from '@neuroglow/engine/tensorflow';

/** A layer as TensorFlow.js shows it. */
export interface FakeLayer {
  readonly className: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly shape: readonly (number | null)[];
  readonly weights?: readonly { readonly shape: readonly number[]; readonly values: number[] }[];
  /** Indices of earlier layers. Default: the one before. */
  readonly from?: readonly number[];
}

/** A model of plain objects that looks like one of TensorFlow.js, and counts how often weights are read. */
export function fakeModel(layers: readonly FakeLayer[], loss = 'meanSquaredError') {
  const reads: string[] = [];
  const made: TensorflowLayer[] = [];
  for (const [l, { className, config = {}, shape, weights = [], from }] of layers.entries()) {
    const name = `${className.toLowerCase()}_${l}`;
    const before = from ?? (l === 0 ? [] : [l - 1]);
    made.push({
      name,
      outputShape: [null, ...shape],
      weights: weights.map((weight, part): TensorflowWeight => ({
        shape: weight.shape,
        read: () => ({
          data: async () => {
            reads.push(`${name}/${part}`);
            return Promise.resolve(Float32Array.from(weight.values));
          },
        }),
      })),
      getClassName: () => className,
      getConfig: () => ({ ...config }),
      inboundNodes: before.length > 0 ? [{ inboundLayers: before.map((index) => made[index]!) }] : [],
    });
  }
  const model: TensorflowModel = { layers: made, loss };
  return { model, reads };
}

/** 2-3-1, tanh then sigmoid, whose weights can be changed in place. */
export function fakeDense() {
  const kernels = [
    { shape: [2, 3], values: [0.5, -1, 0.25, 1, 0.75, -0.5] },
    { shape: [3], values: [0.1, 0, -0.2] },
    { shape: [3, 1], values: [1, -2, 0.5] },
    { shape: [1], values: [0.3] },
  ];
  const [w1, b1, w2, b2] = kernels as [
    (typeof kernels)[0],
    (typeof kernels)[0],
    (typeof kernels)[0],
    (typeof kernels)[0],
  ];
  const { model, reads } = fakeModel([
    { className: 'Dense', config: { activation: 'tanh', batchInputShape: [null, 2] }, shape: [3], weights: [w1, b1] },
    { className: 'Dense', config: { activation: 'sigmoid' }, shape: [1], weights: [w2, b2] },
  ]);
  const flat = (): Float32Array => Float32Array.from(kernels.flatMap(({ values }) => values));
  return { model, reads, kernels, flat };
}
