import { networkOf } from '../core/createNetwork.js';
import { parameterLayout } from '../core/describe.js';
import { forward } from '../core/forward.js';
import { copyLayers } from '../core/layerParameters.js';
import type { NetworkDescription } from '../core/network.js';
import type { LayerActivations } from '../core/trainer.js';
import { errorToData } from '../source/errorData.js';
import type { FrameAnswer, WatchedView } from '../source/frameAnswer.js';
import type { GivenByModel, ViewCapabilities } from '../views/capabilities.js';
import { computeFrame, computeFrameFrom } from '../views/computeFrame.js';
import type { ViewContext, ViewSetting } from '../views/context.js';
import type { Given, Needs } from '../views/needs.js';
import { needsOfView } from '../views/support.js';

/** A model of another library, as far as frames need it. */
export interface ForeignModel {
  readonly network: NetworkDescription;
  /** Whether all layers are dense and in a chain. Then their activations are computed here, from the parameters. */
  readonly isDense: boolean;
  /** What else it gives. */
  readonly given: GivenByModel;
  /** Reads weights and biases of a dense layer into the flat parameters. */
  readParameters(layer: number, into: Float32Array, weightsAt: number, biasesAt: number): Promise<void>;
  /** z and a of some layers, [l], empty for the others: inputs row-major [rows × inputs]. */
  evaluate(inputs: Float32Array, rows: number, layers: readonly number[]): Promise<LayerActivations>;
  /** [rows × columns × channels × filters] of a convolutional layer. */
  readKernel(layer: number): Promise<Float32Array>;
}

type Asked = Pick<WatchedView, 'key' | 'view'>;

/** Answers views from a model, reading no more of it than they need. */
export async function answerFromModel(
  views: readonly Asked[],
  model: ForeignModel,
  setting: ViewSetting & Pick<ViewContext, 'scalars'>,
  capabilities: ViewCapabilities,
  revision: number,
): Promise<readonly FrameAnswer[]> {
  if (!model.isDense) {
    // All reading starts in this turn, so that everything is of one step.
    return Promise.all(
      views.map(async ({ key, view }): Promise<FrameAnswer> => {
        try {
          const frame = await computeFrameFrom(view, setting, capabilities, (needs) => fulfil(needs, model, setting));
          return { key, revision, frame };
        } catch (error) {
          return { key, revision, error: errorToData(error) };
        }
      }),
    );
  }
  const answerAll = (context: ViewContext): readonly FrameAnswer[] =>
    views.map(({ key, view }) => {
      try {
        return { key, revision, frame: computeFrame(view, context) };
      } catch (error) {
        return { key, revision, error: errorToData(error) };
      }
    });
  try {
    return answerAll(await contextOf(layersFor(views, model.network, capabilities), model, setting));
  } catch (error) {
    return views.map(({ key }) => ({ key, revision, error: errorToData(error) }));
  }
}

/** The flat parameters as a context; those of layers that were not chosen stay 0. */
async function contextOf(
  chosen: ReadonlySet<number>,
  model: ForeignModel,
  setting: ViewSetting & Pick<ViewContext, 'scalars'>,
): Promise<ViewContext> {
  const { network } = model;
  const { layers, parameterCount } = parameterLayout(network);
  const parameters = new Float32Array(parameterCount);
  await Promise.all(
    [...chosen]
      .filter((l) => l > 0)
      .map((l) => model.readParameters(l, parameters, layers[l]!.weights.offset, layers[l]!.biases.offset)),
  );
  return {
    ...setting,
    ...{ network, parameters },
    forward: (inputs, rows) => forward(networkOf(network, parameters), inputs, rows),
    copyParameters: (of) => (of === 'all' ? parameters.slice() : copyLayers(parameters, network, of)),
    latestBatch: () => null,
  };
}

/** The layers whose weights some views need. */
function layersFor(
  views: readonly Asked[],
  network: NetworkDescription,
  capabilities: ViewCapabilities,
): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const { view } of views) {
    const { parameters, activations } = needsOfView(view, capabilities);
    if (activations !== undefined || parameters?.layers === 'all') return new Set(network.layers.keys());
    for (const layer of parameters?.layers ?? []) chosen.add(layer);
  }
  return chosen;
}

async function fulfil(
  { activations, kernel, scalars }: Needs,
  model: ForeignModel,
  setting: ViewSetting & Pick<ViewContext, 'scalars'>,
): Promise<Given> {
  const sample = activations?.rows(setting);
  const layers = activations?.layers === 'all' ? [...model.network.layers.keys()] : (activations?.layers ?? []);
  const [evaluated, read] = await Promise.all([
    sample && model.evaluate(sample.inputs, sample.rows.length, layers),
    kernel && model.readKernel(kernel.layer),
  ]);
  return {
    ...(sample && evaluated && { activations: { sample, visit: (see) => see(evaluated, 0) } }),
    ...(read && { kernel: read }),
    ...(scalars && { scalars: setting.scalars!(scalars) }),
  };
}
