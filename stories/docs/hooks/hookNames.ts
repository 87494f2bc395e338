/** Every hook with a page, in the order of the sidebar. A test holds this list against what the engine exports. */
export const hookNames = [
  'useTraining',
  'useTrainingState',
  'useActivations',
  'useParameters',
  'useInputWeights',
  'useResponseMaps',
  'useScalars',
  'useDrops',
  'useMetrics',
  'useInput',
  'useSelection',
  'useHover',
  'useCursor',
  'useTimeline',
  'useNetwork',
  'useSource',
  'useSupport',
  'useViewer',
  'useView',
  'useViews',
  'useFrame',
] as const;

export type HookName = (typeof hookNames)[number];
