import type { GraphGeometry, LayerGeometry } from '../layout/geometry.js';
import { hasLabels } from '../layout/margins.js';
import type { ZoomState } from './zoomState.js';

const MOST = 12;

/** Zooms by a factor about a point that stays where it is; never out of the whole picture. */
export function zoomAbout(
  state: ZoomState,
  by: number,
  x: number,
  y: number,
  width: number,
  height: number,
): ZoomState {
  const factor = Math.min(MOST, Math.max(1, state.factor * by));
  const real = factor / state.factor;
  return within({ factor, x: x - (x - state.x) * real, y: y - (y - state.y) * real }, width, height);
}

/** Moves the picture; it always covers its box. */
export function panBy(state: ZoomState, x: number, y: number, width: number, height: number): ZoomState {
  return within({ ...state, x: state.x + x, y: state.y + y }, width, height);
}

function within({ factor, x, y }: ZoomState, width: number, height: number): ZoomState {
  const clamp = (value: number, room: number): number => Math.min(0, Math.max(room * (1 - factor), value));
  return { factor, x: clamp(x, width), y: clamp(y, height) };
}

/** The geometry as it is seen zoomed: drawn anew at its size, so that lines and labels stay sharp. */
export function zoomGeometry(geometry: GraphGeometry, { factor, x, y }: ZoomState): GraphGeometry {
  if (factor === 1) return geometry;
  const across = geometry.orientation === 'left-right';
  const main = (value: number): number => value * factor + (across ? x : y);
  const cross = (value: number): number => value * factor + (across ? y : x);
  const layers = geometry.layers.map((here): LayerGeometry => ({
    ...here,
    main: main(here.main),
    cross: here.cross.map(cross),
    low: cross(here.low),
    high: cross(here.high),
    pitch: here.pitch * factor,
    radius: here.radius * factor,
    reach: here.reach * factor,
    labelled: hasLabels(here.pitch * factor, geometry.width) && !here.tile,
    labelRoom: here.labelRoom * factor,
    labelLift: here.labelLift * factor,
    hiddenRuns: here.hiddenRuns.map((hidden) => ({ ...hidden, cross: cross(hidden.cross) })),
    ...(here.tile && {
      tile: {
        ...here.tile,
        x: here.tile.x * factor + x,
        y: here.tile.y * factor + y,
        width: here.tile.width * factor,
        height: here.tile.height * factor,
      },
    }),
    ...(here.block && {
      block: {
        ...{ x: here.block.x * factor + x, y: here.block.y * factor + y },
        ...{ width: here.block.width * factor, height: here.block.height * factor },
        ...{ sheets: here.block.sheets, offset: here.block.offset * factor },
      },
    }),
    ...(here.beside && {
      beside: {
        from: main(here.beside.from),
        length: here.beside.length * factor,
        shift: here.beside.shift * factor,
      },
    }),
    ...(here.bars && {
      bars: {
        from: main(here.bars.from),
        length: here.bars.length * factor,
        thickness: here.bars.thickness * factor,
        shift: here.bars.shift * factor,
      },
    }),
  }));
  return { ...geometry, layers, nameRoom: geometry.nameRoom * factor };
}
