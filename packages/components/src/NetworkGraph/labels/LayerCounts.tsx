'use client';
import type { ReactElement } from 'react';
import { useGraph } from '../graphContext.js';
import type { Label } from './label.js';
import { labelStyle } from './labelStyle.js';
import type { HiddenLabel, LayerLabels, UnderLabel } from './layerLabels.js';

/** Under a layer that is an image: its size, and the way to its neurons. */
export function ImageButton({
  labels: { layer, name, total },
  label,
}: {
  readonly labels: LayerLabels;
  readonly label: Label;
}): ReactElement {
  const { words, slot, views, context } = useGraph((graph) => graph);
  const { lines, align } = label;
  return (
    <button
      type="button"
      className={slot('hidden')}
      style={{ ...labelStyle(label), transform: align === 'middle' ? 'translate(-50%, 0)' : 'translate(0, -50%)' }}
      onClick={() => views.toggle(layer)}
      aria-label={`${lines.join(' ')}. ${words.expand(name, total, context.format)}`}
      aria-expanded="false"
    >
      {lines.map((line) => (
        <span key={line} data-line="">
          {line}{' '}
        </span>
      ))}
    </button>
  );
}

/** In place of neurons that are not shown: how many, and the way to them. */
export function HiddenButton({
  labels: { layer, name, total },
  label,
}: {
  readonly labels: LayerLabels;
  readonly label: HiddenLabel;
}): ReactElement {
  const { words, slot, views, context } = useGraph((graph) => graph);
  const { lines, hasDots, full } = label;
  return (
    <button
      type="button"
      className={slot('hidden')}
      style={labelStyle(label)}
      onClick={() => views.toggle(layer)}
      aria-label={`${full}. ${words.expand(name, total, context.format)}`}
      aria-expanded="false"
    >
      {lines.map((line, at) =>
        hasDots && at === 0 ? (
          <span key={line} className={slot('dots')} aria-hidden="true">
            {line}
          </span>
        ) : (
          line
        ),
      )}
    </button>
  );
}

/** Under a layer: its true number of neurons with the way to its other pages, and what is wrong with it as a whole. */
export function UnderLayer({
  labels: { layer, name },
  label,
}: {
  readonly labels: LayerLabels;
  readonly label: UnderLabel;
}): ReactElement {
  const { words, slot, views, geometry } = useGraph((graph) => graph);
  const { lines, counts, full, tone, align } = label;
  const turned = align === 'start' || undefined;
  if (!counts) {
    return (
      <div className={slot('mark')} style={labelStyle(label)} data-turned={turned} title={full}>
        {lines.join(' ')}
      </div>
    );
  }
  const { page = 0, pages = 1 } = geometry?.layers[layer]?.places ?? {};
  return (
    <div
      className={slot('pager')}
      style={{ ...labelStyle(label), ...(turned && { left: 2 }) }}
      data-turned={turned}
      title={full}
    >
      {pages > 1 && (
        <button
          type="button"
          className={slot('tool')}
          aria-label={words.previousPage(name)}
          aria-disabled={page === 0}
          onClick={() => page > 0 && views.turnTo(layer, page - 1)}
        >
          <span aria-hidden="true">‹</span>
        </button>
      )}
      <span data-trouble={tone === 'accent' || undefined}>{lines.join(' ')}</span>
      {pages > 1 && (
        <button
          type="button"
          className={slot('tool')}
          aria-label={words.nextPage(name)}
          aria-disabled={page === pages - 1}
          onClick={() => page < pages - 1 && views.turnTo(layer, page + 1)}
        >
          <span aria-hidden="true">›</span>
        </button>
      )}
    </div>
  );
}
