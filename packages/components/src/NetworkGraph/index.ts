export { NetworkGraph, type NetworkGraphProps, type NetworkGraphSlot, type RenderedNeuron } from './NetworkGraph.js';
export type { ExportOptions, Exporter, NetworkGraphElement } from './exportHandle.js';
export {
  networkGraphMessages,
  type NetworkGraphMessages,
  type NeuronPlaceWords,
  type WatchedViewName,
} from './messages.js';
export type { Collapse } from './placement.js';
export type { Margin, Orientation } from './geometry.js';
export type { ConnectionColor, NeuronColor, NeuronColorFunction, NeuronNumbers, NeuronQuantity } from './quantities.js';
export type { NetworkGraphValues } from './values.js';
