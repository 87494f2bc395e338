export { NetworkGraph } from './NetworkGraph.js';
export type { ConnectionReference, NetworkGraphProps, NetworkGraphSlot, RenderedNeuron } from './types.js';
export type { ExportOptions, Exporter, NetworkGraphElement } from './export/exportHandle.js';
export {
  networkGraphMessages,
  type NetworkGraphMessages,
  type NeuronPlaceWords,
  type WatchedViewName,
} from './messages.js';
export type { Emphasis } from './emphasis/emphasis.js';
export type { LayerBars, LayerBeside, LayerCustom } from './beside/beside.js';
export type { Collapse } from './layout/placement.js';
export type { Margin, Orientation } from './layout/geometry.js';
export type { ConnectionColor, NeuronColor } from './quantities/shownQuantities.js';
export type { NeuronColorFunction, NeuronNumbers } from './quantities/colorFunction.js';
export type { NetworkGraphValues } from './quantities/values.js';
