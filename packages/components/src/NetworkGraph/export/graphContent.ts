import type { NetworkScene } from '../../drawing/scenes/network.js';
import type { SvgPicture } from '../../drawing/svg/pictures.js';
import type { LegendEntry } from '../../shared/legend/legendEntry.js';
import type { Theme } from '../../shared/theme.js';
import type { DescribeContext } from '../labels/describeContext.js';
import type { GraphTextOptions } from '../labels/graphTexts.js';

/** What is written under a picture. */
export interface LegendContent {
  readonly entries: readonly LegendEntry[];
  readonly caption: string;
}

/** Everything that a file of a graph holds, as it was at one moment. */
export interface GraphContent {
  readonly root: HTMLElement;
  readonly scene: NetworkScene;
  readonly texts: GraphTextOptions;
  /** What a caller draws upon neurons. */
  readonly pictures: readonly SvgPicture[];
  readonly legend: LegendContent;
  readonly context: DescribeContext;
  readonly theme: Theme;
}
