import { frameLoopOf } from '../source/frameLoop.js';
import type { Timeline } from '../source/timeline.js';
import { createPlayback, type Playback } from './playback.js';
import type { Viewer } from './viewer.js';

const known = new WeakMap<Viewer, WeakMap<Timeline, Playback>>();

/** The one playback of a viewer along a timeline, shared by everything that steers it. */
export function playbackOf(viewer: Viewer, timeline: Timeline): Playback {
  const ofViewer = known.get(viewer) ?? new WeakMap<Timeline, Playback>();
  known.set(viewer, ofViewer);
  const existing = ofViewer.get(timeline);
  if (existing) return existing;
  const created = createPlayback({
    viewer,
    timeline,
    loop: frameLoopOf(globalThis),
    isHidden: () => typeof document !== 'undefined' && document.visibilityState === 'hidden',
  });
  ofViewer.set(timeline, created);
  return created;
}
