/** Forward only, or on to cost, backward and update. */
export type PassKind = 'forward' | 'training';

export type PassPhase = 'forward' | 'cost' | 'backward' | 'update';

/** One stop of a shown pass. */
export interface PassStage {
  readonly phase: PassPhase;
  /** The layer that the phase has come to. */
  readonly layer: number;
  /** Where the front stands, in layers. */
  readonly wave: number;
  readonly backward: boolean;
}

/** The stops in order: forward from the input to the output; for training on to the cost, back to the first hidden layer, and the update. */
export function passStages(layers: number, kind: PassKind): PassStage[] {
  const last = layers - 1;
  const forward = Array.from({ length: layers }, (_, layer): PassStage => ({
    phase: 'forward',
    layer,
    wave: layer,
    backward: false,
  }));
  if (kind === 'forward') return forward;
  const backward = Array.from({ length: Math.max(0, last) }, (_, back): PassStage => {
    const layer = last - back;
    return { phase: 'backward', layer, wave: layer, backward: true };
  });
  return [
    ...forward,
    { phase: 'cost', layer: last, wave: last, backward: false },
    ...backward,
    { phase: 'update', layer: 1, wave: 0, backward: true },
  ];
}
