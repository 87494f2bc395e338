import type { RenderReport } from '../worker/protocol.js';
import type { Scene } from '../scenes/scene.js';
import type { RasterBackend } from './backend.js';
import type { Surface } from './surface.js';

/** Draws scenes of one kind, pausing (yielding) now and then. */
export type DrawScene<S extends Scene = Scene> = (
  scene: S,
  surface: Surface,
) => Generator<undefined, Omit<RenderReport, 'milliseconds'>>;

/** How one kind of scene is drawn. */
export interface SceneKind<S extends Scene = Scene> {
  readonly kind: S['kind'];
  /** The backend is there for what is drawn with ink. */
  createDraw(backend: RasterBackend): DrawScene<S>;
}

const kinds = new Map<Scene['kind'], SceneKind>();

/** Lets this thread draw scenes of a kind. The worker registers all; a page registers those that it shows, and does without the code of others. */
export function registerSceneKind<S extends Scene>(kind: SceneKind<S>): void {
  kinds.set(kind.kind, kind as unknown as SceneKind);
}

/** @throws Error for a kind that this thread has not registered */
export function sceneKindOf({ kind }: Scene): SceneKind {
  const known = kinds.get(kind);
  if (!known) throw new Error(`No code to draw a scene of kind ${kind} has been registered on this thread.`);
  return known;
}
