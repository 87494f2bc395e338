'use client';
import type { CSSProperties, ReactElement } from 'react';
import type { SlotNames } from '../shared/slots.js';
import type { DescribeContext } from './describe.js';
import { toPoint, type GraphGeometry, type LayerGeometry } from './geometry.js';
import type { NetworkGraphMessages } from './messages.js';
import type { NetworkGraphSlot } from './NetworkGraph.js';
import { isLayerFlagged, type LayerFlags } from './useLayerFlags.js';
import type { LayerViews } from './useLayerViews.js';

export interface LayerNamesProps {
  readonly geometry: GraphGeometry;
  readonly context: DescribeContext;
  readonly views: LayerViews;
  readonly flags: readonly LayerFlags[];
  readonly words: NetworkGraphMessages;
  readonly slot: SlotNames<NetworkGraphSlot>;
}

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

function LayerName({
  geometry,
  context,
  views,
  flags,
  words,
  slot,
  here,
}: LayerNamesProps & { readonly here: LayerGeometry }): ReactElement {
  const description = context.network.layers[here.layer];
  const name = description?.name ?? '';
  const { format } = context;
  const across = geometry.orientation === 'left-right';
  const total = description?.neurons ?? 0;
  const isExpanded = views.expanded.has(here.layer) && here.places.mode === 'all';
  const full = words.layerCaption(name, description?.activation ?? null);
  // Where there is no room for both, the name says more than the function.
  const title = !across || widthOf(full) <= geometry.nameRoom ? full : name;
  const position = across
    ? {
        left: clampTo(here.main, geometry.width, Math.min(geometry.nameRoom, widthOf(title))),
        top: Math.max(9, (here.tile?.y ?? lineOf(geometry)) - 12),
        maxWidth: Math.max(40, geometry.nameRoom - 4),
      }
    : { left: 2, top: here.main - (here.tile ? 8 : 0), maxWidth: Math.max(48, here.low - 8) };
  const turned = across ? undefined : true;
  const own = flags[here.layer];
  const trouble = own && isLayerFlagged(own, total) ? words.flagged(own, total, format) : null;
  return (
    <div role="presentation">
      {isExpanded ? (
        <button
          type="button"
          className={slot('name')}
          style={position}
          data-turned={turned}
          onClick={() => views.toggle(here.layer)}
          aria-label={`${full}. ${words.collapse(name)}`}
          aria-expanded="true"
        >
          {title} <span aria-hidden="true">▾</span>
        </button>
      ) : (
        <div className={slot('name')} style={position} data-turned={turned} title={full}>
          {title}
        </div>
      )}
      {here.tile && (
        <button
          type="button"
          className={slot('hidden')}
          style={
            across
              ? {
                  left: clampTo(here.main, geometry.width, Math.min(124, Math.max(here.tile.width, 64))),
                  top: here.tile.y + here.tile.height + 3,
                  transform: 'translate(-50%, 0)',
                  width: Math.min(124, Math.max(here.tile.width, 64)),
                }
              : { left: here.tile.x + here.tile.width + 52, top: here.main }
          }
          onClick={() => views.toggle(here.layer)}
          aria-label={`${words.imageCaption(total, here.tile.rows, here.tile.columns, format)}. ${words.expand(name, total, format)}`}
          aria-expanded="false"
        >
          {words.imageCaption(total, here.tile.rows, here.tile.columns, format)}
        </button>
      )}
      {here.hiddenRuns.map((hidden) => {
        const { x, y } = toPoint(geometry.orientation, here.main, hidden.cross);
        return (
          <button
            key={hidden.from}
            type="button"
            className={slot('hidden')}
            style={{ left: clampTo(x, geometry.width, 56), top: y }}
            onClick={() => views.toggle(here.layer)}
            aria-label={`${words.hidden(hidden.count, format)}. ${words.expand(name, total, format)}`}
            aria-expanded="false"
          >
            <span className={slot('dots')} aria-hidden="true">
              ···
            </span>
            {words.hidden(hidden.count, format)}
          </button>
        );
      })}
      {here.places.hidden > 0 && (
        <Pager
          here={here}
          geometry={geometry}
          name={name}
          total={total}
          trouble={trouble}
          words={words}
          slot={slot}
          views={views}
          format={format}
        />
      )}
      {trouble !== null && here.places.hidden === 0 && (
        <div className={slot('mark')} style={underLayer(geometry, here, widthOf(trouble))} data-turned={turned}>
          {trouble}
        </div>
      )}
    </div>
  );
}

/** The true number of a layer that hides some, and the way to its other pages. */
function Pager({
  here,
  geometry,
  name,
  total,
  trouble,
  words,
  slot,
  views,
  format,
}: Pick<LayerNamesProps, 'geometry' | 'words' | 'slot' | 'views'> & {
  readonly here: LayerGeometry;
  readonly name: string;
  readonly total: number;
  /** What is wrong with the layer as a whole. */
  readonly trouble: string | null;
  readonly format: DescribeContext['format'];
}): ReactElement {
  const { page, pages } = here.places;
  const across = geometry.orientation === 'left-right';
  const counted = words.neurons(total, format);
  const full = pages > 1 ? `${words.page(page + 1, pages, format)} · ${counted}` : counted;
  const room = across ? geometry.nameRoom : here.low - 4;
  const buttons = pages > 1 ? 2 * PAGE_BUTTON : 0;
  // Where there is no room for all, the layer's button and group say the number.
  const said = pages > 1 && widthOf(full) + buttons > room ? words.page(page + 1, pages, format) : full;
  const text = trouble === null ? said : `${said} · ${trouble}`;
  return (
    <div
      className={slot('pager')}
      style={underLayer(geometry, here, widthOf(text) + buttons)}
      data-turned={across ? undefined : true}
      title={full}
    >
      {pages > 1 && (
        <button
          type="button"
          className={slot('tool')}
          aria-label={words.previousPage(name)}
          aria-disabled={page === 0}
          onClick={() => page > 0 && views.turnTo(here.layer, page - 1)}
        >
          <span aria-hidden="true">‹</span>
        </button>
      )}
      <span data-trouble={trouble !== null || undefined}>{text}</span>
      {pages > 1 && (
        <button
          type="button"
          className={slot('tool')}
          aria-label={words.nextPage(name)}
          aria-disabled={page === pages - 1}
          onClick={() => page < pages - 1 && views.turnTo(here.layer, page + 1)}
        >
          <span aria-hidden="true">›</span>
        </button>
      )}
    </div>
  );
}

/** What a button of the pager takes, with the room beside it. */
const PAGE_BUTTON = 28;
/** Half of a line that stands under a layer, and how far it stands away. */
const HALF_LINE = 12;

/** Where what is said of a layer as a whole stands: under it, and within the picture. */
function underLayer(geometry: GraphGeometry, here: LayerGeometry, width: number): CSSProperties {
  if (geometry.orientation === 'top-bottom')
    return { left: 2, top: here.main + 16, maxWidth: Math.max(48, here.low - 8) };
  return {
    left: clampTo(here.main, geometry.width, width),
    top: Math.min(geometry.height - HALF_LINE, here.high + HALF_LINE),
  };
}

/** How wide a name will be, by its letters. */
function widthOf(text: string): number {
  return text.length * 6.2 + 8;
}

/** Where the names of all layers stand in one line: above the longest. */
function lineOf({ layers }: GraphGeometry): number {
  return Math.min(...layers.filter(({ tile }) => !tile).map(({ low }) => low));
}

/** Keeps the middle of a name of a width within the picture. */
function clampTo(middle: number, room: number, width: number): number {
  const half = Math.min(width, room) / 2;
  return Math.min(room - half, Math.max(half, middle));
}
