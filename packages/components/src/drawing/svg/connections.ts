import { PlainBackend } from '../raster/plainBackend.js';
import { brushFor, inkOf, LEAST_INK, widthOf } from '../raster/brush.js';
import { ConnectionRasterizer, DIMMED, litBrush, litIn, MOST_DOTTED, passing } from '../raster/connections.js';
import { gapsOf, leastMagnitude, strengthAt, type Gap } from '../raster/gaps.js';
import { techniqueFor } from '../raster/technique.js';
import type { NetworkScene } from '../scenes/network.js';
import { round } from './text.js';

/** A 32-bit colour word as CSS. */
export function cssOf(word: number): string {
  return `rgb(${word & 255}, ${(word >>> 8) & 255}, ${(word >>> 16) & 255})`;
}

/**
 * The connections as vectors: the curve 3t² − 2t³ over a constant speed along the layers is exactly a cubic Bézier whose handles
 * are a third long. Layers too dense for that become one embedded image each, as on the page.
 */
export function svgConnections(scene: NetworkScene, toDataUrl: (scene: NetworkScene) => string | null): string[] {
  // Sizes and inks as they are at one device pixel a CSS pixel.
  const plain = { ...scene, scale: 1 };
  const gaps = gapsOf(plain);
  const least = leastMagnitude(scene.filter, gaps);
  const parts: string[] = [];
  const dense: number[] = [];
  for (const gap of gaps) {
    const shown = passing(gap, least);
    const isFew = least > 0 && shown <= scene.connectionStyle.densityFrom;
    const technique = techniqueFor(gap.from, gap.to, scene.connectionStyle.densityFrom);
    if (!isFew && technique === 'density') dense.push(gap.layer);
    else parts.push(...gapPaths(plain, gap, least, shown));
  }
  if (dense.length > 0) {
    const only = scene.connections.map((values, layer) => (dense.includes(layer) ? values : new Float32Array(0)));
    const url = toDataUrl({ ...scene, connections: only, scale: 2 });
    if (url) parts.unshift(`<image width="${scene.width}" height="${scene.height}" href="${url}"/>`);
  }
  return parts;
}

function gapPaths(scene: NetworkScene, gap: Gap, least: number, shown: number): string[] {
  const { values, from, to, begin, end, layer } = gap;
  const { connectionStyle: style, focus } = scene;
  const across = scene.orientation === 'left-right';
  const brush = brushFor(gap, style.domains[layer] ?? 1, shown === 0 ? values.length : shown, 1, { least });
  const lit = focus.length > 0 ? litIn(gap, focus) : null;
  const strong = lit && litBrush(gap, brush, across ? scene.height : scene.width, lit);
  const third = (end - begin) / 3;
  const point = (main: number, cross: number): string =>
    across ? `${round(main)},${round(cross)}` : `${round(cross)},${round(main)}`;
  const way = (start: number, stop: number): string =>
    `M${point(begin, start)}C${point(begin + third, start)} ${point(end - third, stop)} ${point(end, stop)}`;
  const paths: { readonly ink: number; readonly path: string }[] = [];
  const dotted: string[] = [];
  const progress = strengthOf(scene, layer);
  let at = -1;
  from.forEach((start, row) => {
    to.forEach((stop, column) => {
      const value = values[++at]!;
      if (!Number.isFinite(value)) {
        if (least < Infinity && dotted.length < MOST_DOTTED) {
          dotted.push(
            `<path d="${way(start, stop)}" stroke="${cssOf(style.bad)}" stroke-opacity="0.8" stroke-width="1" stroke-dasharray="2 3"/>`,
          );
        }
        return;
      }
      const isLit = lit !== null && (lit.rows.has(row) || lit.columns.has(column));
      const strength = strengthAt(gap, at);
      const plain = strength >= least ? inkOf(brush, strength) * (lit ? DIMMED : 1) : 0;
      const magnitude = Math.abs(value);
      const ink = (plain + (isLit && strong ? inkOf(strong, magnitude) : 0)) * progress;
      if (ink <= LEAST_INK) return;
      const width = widthOf(isLit && strong ? strong : brush, magnitude);
      const sign = value < 0 ? ` stroke-dasharray="${brush.dash.on} ${brush.dash.period - brush.dash.on}"` : '';
      paths.push({
        ink,
        path: `<path d="${way(start, stop)}" stroke="${cssOf(
          value < 0 ? style.negative : style.positive,
        )}" stroke-opacity="${round(1 - Math.exp(-ink))}" stroke-width="${round(width)}"${sign}/>`,
      });
    });
  });
  // The canvas adds ink up; here paths cover each other, so the strong ones go on top.
  return [...paths.sort((a, b) => a.ink - b.ink).map(({ path }) => path), ...dotted];
}

/** How strongly a shown pass lets connections be seen: as on the canvas, but the same all along. */
function strengthOf({ wave, wavesBackward }: NetworkScene, layer: number): number {
  if (wave === null) return 1;
  const way = Math.min(1, Math.max(0, wave - (layer - 1)));
  return 0.12 + 0.68 * (wavesBackward ? 1 - way : way);
}

/** Draws a scene's connections on this thread, as a PNG data address; null where there is no canvas. */
export function connectionsDataUrl(document: Document, scene: NetworkScene): string | null {
  const backend = new PlainBackend();
  const surface = backend.surface(scene.width * scene.scale, scene.height * scene.scale);
  const work = new ConnectionRasterizer(backend).draw(scene, surface);
  while (!work.next().done);
  const canvas = document.createElement('canvas');
  canvas.width = surface.width;
  canvas.height = surface.height;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.putImageData(new ImageData(surface.bytes, surface.width, surface.height), 0, 0);
  return canvas.toDataURL('image/png');
}
