import type { CellsScene } from './cells.js';
import type { NetworkScene } from './network.js';

/** Everything that can be drawn. */
export type Scene = CellsScene | NetworkScene;
