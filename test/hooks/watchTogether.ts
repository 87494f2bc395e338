import type { Frame, FrameOf, FramesOf, TrainingSource, Unsubscribe, View, WatchAllOptions } from '@neuroglow/engine';

/** `watchAll` of a source that gives frames one by one: hands them over when the latest of all are of one step. */
export function watchTogether<const V extends readonly View[]>(
  source: Pick<TrainingSource, 'watch'>,
  views: V,
  { onFrames, ...options }: WatchAllOptions<V>,
): Unsubscribe {
  const latest: (Frame | undefined)[] = views.map(() => undefined);
  const leave = views.map((view, index) =>
    source.watch(view, {
      ...options,
      onFrame: (frame: FrameOf<View>) => {
        latest[index] = frame;
        if (latest.every((other) => other?.step === frame.step)) onFrames(latest as unknown as FramesOf<V>);
      },
    }),
  );
  return () => leave.forEach((end) => end());
}
