'use client';
import type { ReactElement } from 'react';
import type { LayerBlock } from '../../drawing/scenes/network.js';
import { useRoot } from '../../shared/Root.js';
import { useTooltip } from '../../shared/useTooltip.js';
import { useGraph } from '../graphContext.js';
import { blockSentence, blockTooltip } from '../labels/blockWords.js';

/** A layer that is drawn as a whole, as something that can be pointed at and focused: its tooltip says what kind of layer it is. */
export function LayerBlockButton({
  layer,
  block,
}: {
  readonly layer: number;
  readonly block: LayerBlock;
}): ReactElement {
  const { context, slot } = useGraph((graph) => graph);
  const tooltip = useTooltip(useRoot().element);
  const show = (element: HTMLElement): void => {
    const stage = element.offsetParent;
    const [left, top] = stage instanceof HTMLElement ? [stage.offsetLeft, stage.offsetTop] : [0, 0];
    const { x, y, width, height } = block;
    tooltip.show(blockTooltip(context, layer), { x: x + left, y: y + top, width, height });
  };
  return (
    <button
      type="button"
      className={slot('block')}
      style={{ left: block.x, top: block.y, width: block.width, height: block.height }}
      aria-label={blockSentence(context, layer)}
      onPointerEnter={(event) => show(event.currentTarget)}
      onPointerLeave={tooltip.hide}
      onFocus={(event) => show(event.currentTarget)}
      onBlur={tooltip.hide}
    />
  );
}
