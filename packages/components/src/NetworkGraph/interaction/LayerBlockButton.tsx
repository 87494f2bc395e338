import type { ReactElement } from 'react';
import type { LayerBlock } from '../../drawing/scenes/network.js';
import { useGraph } from '../graphContext.js';
import { blockSentence } from '../labels/blockWords.js';

/** A layer that is drawn as a whole, as something that can be pointed at and focused: its tooltip says what kind of layer it is. */
export function LayerBlockButton({
  layer,
  block: { x, y, width, height },
}: {
  readonly layer: number;
  readonly block: LayerBlock;
}): ReactElement {
  const { context, slot } = useGraph((graph) => graph);
  return (
    <button
      type="button"
      className={slot('block')}
      style={{ left: x, top: y, width, height }}
      data-block={layer}
      aria-label={blockSentence(context, layer)}
    />
  );
}
