'use client';
import type { ReactElement } from 'react';
import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import { HiddenButton, ImageButton, LayerMark, Pager } from './LayerCounts.js';
import type { LayerNamesProps } from './layerPart.js';
import { clampTo, LINE, lineOf, roomOver } from './layerWords.js';
import { isLayerFlagged } from '../quantities/useLayerFlags.js';
import { stackedWidth, wordWidth } from '../layout/wordScale.js';

/** With less room than this a name that does not fit is left out. */
const LEAST_NAME = 56;
/** Behind the name of a layer that can be collapsed. */
const SIGN = ' ▾';

/** Each layer's name and activation, its true number of neurons where some are hidden, and how to see them. */
export function LayerNames(props: LayerNamesProps): ReactElement {
  const { geometry } = props;
  return (
    <>
      {geometry.layers.map((layer) => (
        <LayerName key={layer.layer} {...props} here={layer} />
      ))}
    </>
  );
}

function LayerName(props: LayerNamesProps & { readonly here: LayerGeometry }): ReactElement {
  const { geometry, context, views, words, slot, here } = props;
  const description = context.network.layers[here.layer];
  const name = description?.name ?? '';
  const total = description?.neurons ?? 0;
  const full = words.layerCaption(name, description?.activation ?? null);
  const isExpanded = views.expanded.has(here.layer) && here.places.mode === 'all';
  const title = titleFor(geometry, here, full, name, isExpanded ? SIGN : '');
  const common = {
    className: slot('name'),
    style: positionOf(geometry, here, title),
    'data-turned': geometry.orientation === 'top-bottom' || undefined,
    'data-stacked': title.isStacked || undefined,
  };
  const troubles = troublesOf(props, here.layer);
  const speaks = (layer: number): boolean =>
    (geometry.layers[layer]?.places.hidden ?? 0) > 0 || troublesOf(props, layer).length > 0;
  return (
    <div role="presentation">
      {isExpanded ? (
        <button
          type="button"
          {...common}
          onClick={() => views.toggle(here.layer)}
          aria-label={`${full}. ${words.collapse(name)}`}
          aria-expanded="true"
        >
          {title.text}
          <span aria-hidden="true">{title.sign}</span>
        </button>
      ) : (
        <div {...common} title={full}>
          {title.text}
        </div>
      )}
      {here.tile && <ImageButton {...props} tile={here.tile} name={name} total={total} />}
      {here.hiddenRuns.map((hidden) => (
        <HiddenButton key={hidden.from} {...props} hidden={hidden} name={name} total={total} />
      ))}
      {here.places.hidden > 0 && <Pager {...props} name={name} total={total} troubles={troubles} speaks={speaks} />}
      {troubles.length > 0 && here.places.hidden === 0 && (
        <LayerMark geometry={geometry} here={here} troubles={troubles} speaks={speaks} className={slot('mark')} />
      )}
    </div>
  );
}

/** What is wrong with a layer as a whole, at length and in short; nothing where all is well. */
function troublesOf({ context, flags, words }: LayerNamesProps, layer: number): string[] {
  const own = flags[layer];
  const total = context.network.layers[layer]?.neurons ?? 0;
  if (!own || !isLayerFlagged(own, total)) return [];
  return [words.flagged(own, total, context.format), words.flaggedShort(own, context.format)];
}

interface Title {
  readonly text: string;
  /** Behind it, where there is room. */
  readonly sign: string;
  readonly width: number;
  /** One word below the other. */
  readonly isStacked: boolean;
}

/** Where there is no room for both, the name says more than the function; where there is none at all, neurons come first. */
function titleFor(geometry: GraphGeometry, here: LayerGeometry, full: string, name: string, sign: string): Title {
  const { wordScale } = geometry;
  const room = roomOver(geometry, here);
  const forms = [
    [full, sign],
    [name, sign],
    [name, ''],
  ] as const;
  for (const [text, end] of forms) {
    const width = wordWidth(text + end, wordScale);
    if (width <= room) return { text, sign: end, width, isStacked: false };
  }
  if (geometry.nameLines > 1 && stackedWidth(name, wordScale) <= room) {
    return { text: name, sign: '', width: stackedWidth(name, wordScale), isStacked: true };
  }
  const text = room < LEAST_NAME ? '' : name;
  return { text, sign: text === '' ? sign : '', width: wordWidth(text, wordScale), isStacked: false };
}

function positionOf(geometry: GraphGeometry, here: LayerGeometry, { text, width, isStacked }: Title) {
  const { wordScale } = geometry;
  const room = roomOver(geometry, here);
  if (geometry.orientation === 'top-bottom') {
    return {
      left: 2,
      top: Math.max(9 * wordScale, here.main - (here.tile ? 8 : 0)),
      maxWidth: Math.max(48, here.low - 8),
    };
  }
  // Names of one word stand on the last line of those of two.
  const isTwoLines = isStacked && text.includes(' ');
  const middle = (here.tile?.y ?? lineOf(geometry)) - (12 + (isTwoLines ? LINE / 2 : 0)) * wordScale;
  return {
    left: clampTo(here.main, geometry.width, Math.min(room, width)),
    top: Math.max(9, middle),
    maxWidth: Math.max(40, room),
  };
}
