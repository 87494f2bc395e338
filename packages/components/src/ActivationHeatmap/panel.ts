import type { ComponentType } from 'react';
import type { CellsScene } from '../drawing/scenes/cells.js';
import type { Domain } from '../shared/domain.js';
import type { ScaleRule } from '../shared/domainChoice.js';
import type { LegendEntry } from '../shared/legend/legendEntry.js';
import type { NumberFormat } from '../shared/number.js';
import type { Size } from '../shared/useSize.js';
import type { HeatmapLayout } from './geometry.js';
import type { Axes, GroupWords } from './numbers.js';
import type { OverlayProps } from './overlay.js';

export type { Axes, CellSpan, CellSubject, GroupWords, MovingPoints, PanelNumbers, PanelPoints } from './numbers.js';

/** A text that lies on the picture. CSS pixels. */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly align: 'start' | 'center' | 'end';
  /** 'header': the name of a group; 'label': anything else. */
  readonly slot: 'header' | 'labels';
}

/** How a mode draws its cells. */
export interface PanelLook extends Pick<CellsScene, 'gap' | 'smooth'> {
  /** Share of the domain's end from which negative cells bear a dot. */
  readonly signsFrom: number;
  /** Two colours in place of a scale. */
  readonly discretize?: boolean;
  /** Outlines around the pictures of the first group. */
  readonly framed?: boolean;
  /** A line at a level of `isolineValues`, else of the values. */
  readonly level?: number | null;
}

/** Everything a mode decides before there are numbers. Keeps its identity while nothing changes. */
export interface Panel {
  readonly layoutFor: (
    size: Size,
    format: NumberFormat,
    axes: Axes | null,
    page: number,
  ) => HeatmapLayout & { readonly labels: readonly PlacedLabel[] };
  /** A rule per colour table of the layout's blocks, then that of the dots where there are any. */
  readonly rules: readonly ScaleRule[];
  readonly hasDots: boolean;
  /** Whether cells are neurons of the group's layer, which hover and selection name. */
  readonly areNeurons: boolean;
  readonly groups: readonly GroupWords[];
  readonly look: PanelLook;
  readonly legend: (domains: readonly Domain[], notFinite: number) => readonly LegendEntry[];
  readonly note: string | null;
  /** The layer whose neurons may be badged; left out where a picture does not show neurons one by one. */
  readonly badgedLayer?: number | null;
  /** What people touch over the picture in place of its grid of cells, for pictures that have none. */
  readonly overlay?: ComponentType<OverlayProps>;
}
