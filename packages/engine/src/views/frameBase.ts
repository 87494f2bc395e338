/** What every frame carries. Frames are immutable; arrays in them belong to the frame. */
export interface FrameBase<K extends string> {
  readonly kind: K;
  readonly runId: string;
  readonly step: number;
}
