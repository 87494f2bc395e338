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

function LayerName(props: LayerNamesProps & { readonly here: LayerGeometry }): ReactElement {
  const { geometry, context, views, flags, words, slot, here } = props;
  const description = context.network.layers[here.layer];
  const name = description?.name ?? '';
  const { format } = context;
  const across = geometry.orientation === 'left-right';
  const turned = across ? undefined : true;
  const total = description?.neurons ?? 0;
  const room = roomFor(geometry, here);
  const isExpanded = views.expanded.has(here.layer) && here.places.mode === 'all';
  const full = words.layerCaption(name, description?.activation ?? null);
  // Where there is no room for both, the name says more than the function; where there is none at all, neurons come first.
  const title = fitting([full, name], room, geometry) ?? (room < LEAST_NAME ? '' : name);
  const position = across
    ? {
        left: clampTo(here.main, geometry.width, Math.min(room, widthOf(title, geometry))),
        top: Math.max(9, (here.tile?.y ?? lineOf(geometry)) - 12 * geometry.wordScale),
        maxWidth: Math.max(40, room - 4),
      }
    : {
        left: 2,
        top: Math.max(9 * geometry.wordScale, here.main - (here.tile ? 8 : 0)),
        maxWidth: Math.max(48, here.low - 8),
      };
  const own = flags[here.layer];
  const troubles =
    own && isLayerFlagged(own, total) ? [words.flagged(own, total, format), words.flaggedShort(own, format)] : [];
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
      {here.tile && <ImageButton {...props} tile={here.tile} name={name} total={total} />}
      {here.hiddenRuns.map((hidden) => (
        <HiddenButton key={hidden.from} {...props} hidden={hidden} name={name} total={total} />
      ))}
      {here.places.hidden > 0 && <Pager {...props} name={name} total={total} troubles={troubles} />}
      {troubles.length > 0 && here.places.hidden === 0 && (
        <LayerMark geometry={geometry} here={here} words={troubles} className={slot('mark')} />
      )}
    </div>
  );
}

interface LayerPart extends LayerNamesProps {
  readonly here: LayerGeometry;
  readonly name: string;
  readonly total: number;
}

/** Under a layer that is an image: its size, and the way to its neurons. */
function ImageButton({
  geometry,
  context: { format },
  views,
  words,
  slot,
  here,
  tile,
  name,
  total,
}: LayerPart & { readonly tile: NonNullable<LayerGeometry['tile']> }): ReactElement {
  const { rows, columns } = tile;
  const full = words.imageCaption(total, rows, columns, format);
  const width = Math.min(124, Math.max(tile.width, 64)) * geometry.wordScale;
  const across = geometry.orientation === 'left-right';
  const short = words.imageShort(rows, columns);
  const beside = geometry.width - tile.x - tile.width - 8;
  const said = across
    ? geometry.nameRoom < LEAST_CAPTION
      ? short
      : full
    : (fitting([full, short], beside, geometry) ?? '');
  return (
    <button
      type="button"
      className={slot('hidden')}
      style={
        across
          ? {
              left: clampTo(here.main, geometry.width, width),
              top: tile.y + tile.height + 3,
              transform: 'translate(-50%, 0)',
              width,
            }
          : { left: tile.x + tile.width + 4, top: here.main, transform: 'translate(0, -50%)' }
      }
      onClick={() => views.toggle(here.layer)}
      aria-label={`${full}. ${words.expand(name, total, format)}`}
      aria-expanded="false"
    >
      {said}
    </button>
  );
}

/** In place of neurons that are not shown: how many, and the way to them. */
function HiddenButton({
  geometry,
  context: { format },
  views,
  words,
  slot,
  here,
  hidden,
  name,
  total,
}: LayerPart & { readonly hidden: LayerGeometry['hiddenRuns'][number] }): ReactElement {
  const { x, y } = toPoint(geometry.orientation, here.main, hidden.cross);
  const full = words.hidden(hidden.count, format);
  const across = geometry.orientation === 'left-right';
  const said = fitting(
    [full, words.hiddenShort(hidden.count, format)],
    across ? geometry.nameRoom - 8 : here.pitch,
    geometry,
  );
  const high = across ? here.pitch : Infinity;
  const line = LINE * geometry.wordScale;
  const text = said !== null && high >= line ? said : null;
  return (
    <button
      type="button"
      className={slot('hidden')}
      style={{ left: clampTo(x, geometry.width, widthOf(text ?? '', geometry)), top: y }}
      onClick={() => views.toggle(here.layer)}
      aria-label={`${full}. ${words.expand(name, total, format)}`}
      aria-expanded="false"
    >
      {(text === null || high >= 2 * line) && (
        <span className={slot('dots')} aria-hidden="true">
          ···
        </span>
      )}
      {text}
    </button>
  );
}

/** The true number of a layer that hides some, and the way to its other pages. */
function Pager({
  geometry,
  context: { format },
  views,
  words,
  slot,
  here,
  name,
  total,
  troubles,
}: LayerPart & { readonly troubles: readonly string[] }): ReactElement {
  const { page, pages } = here.places;
  const counted = [words.neurons(total, format), words.neuronsShort(total, format)];
  const turning = words.page(page + 1, pages, format);
  const counts = pages > 1 ? [...counted.map((count) => `${turning} · ${count}`), turning] : counted;
  const buttons = pages > 1 ? 2 * PAGE_BUTTON : 0;
  const forms = [...troubles.flatMap((trouble) => counts.map((count) => `${count} · ${trouble}`)), ...counts];
  // A pager may reach over its neighbour's room, which is empty more often than not; a count may not.
  const room = roomFor(geometry, here) * (pages > 1 ? 1.4 : 1);
  const text = fitting(forms, room - buttons, geometry) ?? counts[counts.length - 1] ?? '';
  return (
    <div
      className={slot('pager')}
      style={underLayer(geometry, here, widthOf(text, geometry) + buttons)}
      data-turned={geometry.orientation === 'top-bottom' || undefined}
      title={counts[0]}
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
      <span data-trouble={troubles.length > 0 || undefined}>{text}</span>
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

/** What is wrong with a layer as a whole. */
function LayerMark({
  geometry,
  here,
  words,
  className,
}: Pick<LayerPart, 'geometry' | 'here'> & {
  readonly words: readonly string[];
  readonly className: string;
}): ReactElement {
  const text = fitting(words, roomFor(geometry, here), geometry) ?? words[words.length - 1] ?? '';
  return (
    <div
      className={className}
      style={underLayer(geometry, here, widthOf(text, geometry))}
      data-turned={geometry.orientation === 'top-bottom' || undefined}
      title={words[0]}
    >
      {text}
    </div>
  );
}

/** What a button of the pager takes, with the room beside it. */
const PAGE_BUTTON = 28;
/** Half of a line that stands under a layer, and how far it stands away. */
const HALF_LINE = 12;
/** A line of small letters. */
const LINE = 13;
/** With less room than this a name that does not fit is left out, and an image says its size only. */
const LEAST_NAME = 56;
const LEAST_CAPTION = 56;

/** The first of the forms that has room; null where none has. */
function fitting(forms: readonly string[], room: number, geometry: GraphGeometry): string | null {
  return forms.find((form) => widthOf(form, geometry) <= room) ?? null;
}

/** What a layer's words have beside those of its neighbours. */
function roomFor(geometry: GraphGeometry, here: LayerGeometry): number {
  return geometry.orientation === 'left-right' ? geometry.nameRoom : Math.max(48, here.low - 8);
}

/** Where what is said of a layer as a whole stands: under it, and within the picture. */
function underLayer(geometry: GraphGeometry, here: LayerGeometry, width: number): CSSProperties {
  if (geometry.orientation === 'top-bottom') {
    return { left: 2, top: here.main + 16, maxWidth: Math.max(48, here.low - 8) };
  }
  return {
    left: clampTo(here.main, geometry.width, width),
    top: Math.min(geometry.height - HALF_LINE, here.high + HALF_LINE * geometry.wordScale),
  };
}

/** How wide a name will be, by its letters. */
function widthOf(text: string, { wordScale }: GraphGeometry): number {
  return (text.length * 6.2 + 8) * wordScale;
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
