'use client';
import { useMemo, type ReactElement } from 'react';
import { useGraph } from '../graphContext.js';
import type { Label } from './label.js';
import { labelStyle } from './labelStyle.js';
import { HiddenButton, ImageButton, UnderLayer } from './LayerCounts.js';
import { layerLabels, type LayerLabels } from './layerLabels.js';

/** Each layer's name and activation, its true number of neurons where some are hidden, and how to see them. */
export function LayerNames(): ReactElement {
  const geometry = useGraph((graph) => graph.geometry);
  const context = useGraph((graph) => graph.context);
  const flags = useGraph((graph) => graph.flags);
  const expanded = useGraph((graph) => graph.views.expanded);
  const layers = useMemo(
    () => (geometry ? layerLabels({ geometry, context, flags, expanded }) : []),
    [geometry, context, flags, expanded],
  );
  return (
    <>
      {layers.map((labels) => (
        <LayerWords key={labels.layer} labels={labels} />
      ))}
    </>
  );
}

function LayerWords({ labels }: { readonly labels: LayerLabels }): ReactElement {
  const { image, block, hidden, under } = labels;
  return (
    <div role="presentation">
      <LayerTitle labels={labels} />
      {image && <ImageButton labels={labels} label={image} />}
      {block && block.lines.length > 0 && <BlockWords label={block} />}
      {hidden.map((label) => (
        <HiddenButton key={label.run.from} labels={labels} label={label} />
      ))}
      {under && <UnderLayer labels={labels} label={under} />}
    </div>
  );
}

/** Under a block; its button says the same to screen readers. */
function BlockWords({ label }: { readonly label: Label }): ReactElement {
  const { slot } = useGraph((graph) => graph);
  const { lines, align } = label;
  return (
    <div
      aria-hidden="true"
      className={slot('shape')}
      style={{ ...labelStyle(label), transform: align === 'middle' ? 'translate(-50%, 0)' : 'translate(0, -50%)' }}
    >
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function LayerTitle({ labels: { layer, name, title, isExpanded } }: { readonly labels: LayerLabels }): ReactElement {
  const { words, slot, views } = useGraph((graph) => graph);
  const text = title.lines.join(' ');
  const common = {
    className: slot('name'),
    style: labelStyle(title),
    'data-turned': title.align === 'start' || undefined,
    'data-stacked': title.isStacked || undefined,
  };
  if (!isExpanded) {
    return (
      <div {...common} title={title.full}>
        {text}
      </div>
    );
  }
  return (
    <button
      type="button"
      {...common}
      onClick={() => views.toggle(layer)}
      aria-label={`${title.full}. ${words.collapse(name)}`}
      aria-expanded="true"
    >
      {text}
      <span aria-hidden="true">{title.sign}</span>
    </button>
  );
}
