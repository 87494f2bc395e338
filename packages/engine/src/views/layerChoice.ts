/** Indices of layers, or all of them. */
export type LayerChoice = 'all' | readonly number[];

/** Whether a choice of layers includes this one. */
export function chooses(layers: LayerChoice, layer: number): boolean {
  return layers === 'all' || layers.includes(layer);
}
