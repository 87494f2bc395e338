import { add } from './add.js';
import { concatenate } from './concatenate.js';
import { conv2d, type Conv2dOptions } from './conv2d.js';
import { dense } from './dense.js';
import { flatten } from './flatten.js';
import { input, type InputOptions } from './input.js';
import type { LayerKindDefinition } from './layerKind.js';
import { normalization, type NormalizationOptions } from './normalization.js';
import { opaque, type OpaqueOptions } from './opaque.js';
import { pool, type PoolOptions } from './pool.js';

/** Each kind's own fields in a layer's description. */
export interface KindOptions {
  readonly input: InputOptions;
  readonly dense: object;
  readonly conv2d: Conv2dOptions;
  readonly pool: PoolOptions;
  readonly flatten: object;
  readonly normalization: NormalizationOptions;
  readonly add: object;
  readonly concatenate: object;
  readonly opaque: OpaqueOptions;
}

/** The kinds of layer that a description knows. The engine trains `dense` layers; the others can be shown. */
export type LayerKind = keyof KindOptions;

/** Every kind of layer. */
export const layerKinds: { readonly [K in LayerKind]: LayerKindDefinition<KindOptions[K]> } = {
  input,
  dense,
  conv2d,
  pool,
  flatten,
  normalization,
  add,
  concatenate,
  opaque,
};

/** The names of all kinds. */
export const layerKindNames: readonly LayerKind[] = Object.keys(layerKinds) as LayerKind[];
