'use client';
import type { ReactElement } from 'react';
import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import type { LayerPart } from './layerPart.js';
import { clampTo, fitting, LINE, roomUnder, underLayer } from './layerWords.js';
import { toPoint } from '../interaction/hitTest.js';
import { wordWidth } from '../layout/wordScale.js';

/** What a button of the pager takes, with the room beside it. */
const PAGE_BUTTON = 28;

/** Under a layer that is an image: its size, and the way to its neurons. */
export function ImageButton({
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
  const lines = imageLines(geometry, tile, full, [
    words.imageShort(rows, columns),
    words.neurons(total, format),
    words.neuronsShort(total, format),
  ]);
  const width = Math.max(0, ...lines.map((line) => wordWidth(line, geometry.wordScale, 14)));
  const across = geometry.orientation === 'left-right';
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
            }
          : { left: tile.x + tile.width + 4, top: here.main, transform: 'translate(0, -50%)' }
      }
      onClick={() => views.toggle(here.layer)}
      aria-label={`${lines.join(' ')}. ${words.expand(name, total, format)}`}
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

/** The size of an image and its true number of neurons: in one line, or in two where it is small. */
function imageLines(
  geometry: GraphGeometry,
  tile: NonNullable<LayerGeometry['tile']>,
  full: string,
  [size, counted, count]: readonly [string, string, string],
): string[] {
  const { wordScale } = geometry;
  if (geometry.orientation === 'top-bottom') {
    const said = fitting([full, `${size} · ${count}`, size], geometry.width - tile.x - tile.width - 8, geometry);
    return said === null ? [] : [said];
  }
  if (wordWidth(full, wordScale) <= tile.width + 8 * wordScale) return [full];
  return [size, wordWidth(counted, wordScale) <= tile.width + 24 * wordScale ? counted : count];
}

/** In place of neurons that are not shown: how many, and the way to them. */
export function HiddenButton({
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
      style={{ left: clampTo(x, geometry.width, wordWidth(text ?? '', geometry.wordScale)), top: y }}
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

/** What stands under a layer. */
interface LayerUnder {
  /** What is wrong with the layer as a whole, at length and in short. */
  readonly troubles: readonly string[];
  /** Whether something stands under a layer. */
  readonly speaks: (layer: number) => boolean;
}

/** The true number of a layer that hides some, and the way to its other pages. */
export function Pager({
  geometry,
  context: { format },
  views,
  words,
  slot,
  here,
  name,
  total,
  troubles,
  speaks,
}: LayerPart & LayerUnder): ReactElement {
  const { page, pages } = here.places;
  const counted = [words.neurons(total, format), words.neuronsShort(total, format)];
  const turning = words.page(page + 1, pages, format);
  const counts = pages > 1 ? [...counted.map((count) => `${turning} · ${count}`), turning] : counted;
  const buttons = pages > 1 ? 2 * PAGE_BUTTON : 0;
  const forms = [...troubles.flatMap((trouble) => counts.map((count) => `${count} · ${trouble}`)), ...counts];
  const text = fitting(forms, roomUnder(geometry, here, speaks) - buttons, geometry) ?? counts[counts.length - 1] ?? '';
  return (
    <div
      className={slot('pager')}
      style={underLayer(geometry, here, wordWidth(text, geometry.wordScale) + buttons)}
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
export function LayerMark({
  geometry,
  here,
  troubles,
  speaks,
  className,
}: Pick<LayerPart, 'geometry' | 'here'> & LayerUnder & { readonly className: string }): ReactElement {
  const room = roomUnder(geometry, here, speaks);
  const text = fitting(troubles, room, geometry) ?? troubles[troubles.length - 1] ?? '';
  return (
    <div
      className={className}
      style={underLayer(geometry, here, wordWidth(text, geometry.wordScale))}
      data-turned={geometry.orientation === 'top-bottom' || undefined}
      title={troubles[0]}
    >
      {text}
    </div>
  );
}
