/** Takes note of a run on its way. It decides where the run pauses for it, which changes no bit. */
export interface RunRecorder {
  /** Steps, at least 1, until it wants to be called again. Asked before each span of steps. */
  stepsUntilDue(step: number): number;
  /** The run has made a span of steps, and has applied everything that is due where it stands now. */
  reached(): void;
}
