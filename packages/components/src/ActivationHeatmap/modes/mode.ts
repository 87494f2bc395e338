import type { Frame, InputReference, NetworkDescription, StateView, View } from '@neuroglow/engine';
import type { ActivationHeatmapMessages } from '../messages.js';
import type { ActivationHeatmapProps } from '../types.js';
import type { Axes, Panel, PanelNumbers, PanelPoints } from '../panel.js';

/** What a mode may know before there are frames. */
export interface ModeContext {
  readonly network: NetworkDescription;
  readonly input: InputReference | null;
  /** The frame of the mode's `prepare`; null until it is read, and for modes without. */
  readonly prepared?: Frame | null;
}

/** Something read once before a mode can show its picture, such as components to look through. */
export interface Preparation {
  readonly view: StateView;
  readonly at: 'live' | number;
  /** What the button says that reads it again, at the step shown now; null for none. */
  readonly again: string | null;
}

/** Views that a mode watches, always of one and the same step. */
export interface ModeViews {
  /** Without it there is no picture; the source's reason is shown instead. */
  readonly main: View;
  /** Left out where the source does not have it. */
  readonly extra?: View | null;
  /** Read once per network: points do not move while the network learns. */
  readonly points?: View | null;
}

export interface ModeFrames {
  readonly main: Frame;
  readonly extra: Frame | null;
  /** Whether the run is making steps. */
  readonly isRunning?: boolean;
  /** Kept for as long as what is shown stays the same; for what must not change while people watch. */
  readonly memory?: ModeMemory;
}

export interface ModeMemory {
  /** The order of rows, frozen while a run makes steps. */
  order: Uint32Array | null;
  /** For each scale, what it has reached. */
  reach: Axes | null;
}

/** What is shown apart from the numbers, as plain data, and the numbers. */
export interface Given<Description> {
  readonly description: Description;
  readonly numbers: PanelNumbers;
}

/**
 * A way to show numbers as cells: a file in this folder and a line in the registry. `Description` is plain data that is compared by structure, so
 * that layout and domains last while only numbers change.
 */
export interface HeatmapMode<Props, Description> {
  /** Width / height where the caller gives none. */
  aspect(props: Props, network: NetworkDescription | null): number;
  /** What is shown of a source; null while that is not known. */
  describe(props: Props, context: ModeContext, words: ActivationHeatmapMessages): Description | null;
  /** What is to be read once, before `views` is asked. Equal structure: read once. */
  prepare?(props: Props, context: ModeContext, words: ActivationHeatmapMessages): Preparation | null;
  /** null where `missing` stands in place of the picture. */
  views(props: Props, context: ModeContext): ModeViews | null;
  missing(words: ActivationHeatmapMessages): string;
  /** The numbers of frames; null where they do not fit the description: those that do are on their way. */
  read(frames: ModeFrames, description: Description, words: ActivationHeatmapMessages): PanelNumbers | null;
  /** Plain values in place of a source; null where the caller gives none. @throws NeuroglowError */
  given(props: Props, words: ActivationHeatmapMessages): Given<Description> | null;
  panel(description: Description, words: ActivationHeatmapMessages): Panel;
  /** For modes with points over their pictures. */
  points?(props: Props, axes: Axes | null, rows: Frame | null): PanelPoints | null;
  /** For modes whose cells stand for samples: the view that finds those of a cell. */
  samplesView?(props: Props, cell: number, description: Description): View;
}

/** A mode whose props and description were chosen together with it. */
export type AnyMode = HeatmapMode<ActivationHeatmapProps, object>;
