import type { ViewCapabilities } from './capabilities.js';
import type { ViewSetting } from './context.js';
import type { GivenMap, NeedKind, NeedMap, Needs } from './needs.js';

/** Any view: plain data that says what to look at. */
interface AnyView {
  readonly kind: string;
}

/**
 * What a page has to know of one kind of view: what a view may say, and what it needs. How its frame is computed is a function of its own
 * (`ComputeView`), so that a page whose frames are computed in a worker does not load it.
 *
 * @typeParam N Needed by every view of this kind.
 * @typeParam O Needed by some of them only.
 */
interface ViewDefinition<V extends AnyView, N extends NeedKind, O extends NeedKind> {
  readonly kind: V['kind'];
  /** Fields of a view besides its kind. */
  readonly fields: readonly Exclude<keyof V, 'kind'>[];
  /**
   * What the view needs of a source.
   * @throws `invalid-view` or `invalid-input` for an ill-formed view, `too-large` if its frame would be, `unsupported` if the source lacks
   * the data to show.
   */
  needs(view: V, has: ViewCapabilities): Pick<NeedMap, N> & Partial<Pick<NeedMap, O>>;
}

/** A function of one step. */
export interface StateViewDefinition<
  V extends AnyView,
  N extends NeedKind,
  O extends NeedKind = never,
> extends ViewDefinition<V, N, O> {
  readonly sort: 'state';
}

/** A function of a range of steps. It needs no network: a source of curves alone has none. */
export interface SeriesViewDefinition<
  V extends AnyView,
  N extends NeedKind,
  O extends NeedKind = never,
> extends ViewDefinition<V, N, O> {
  readonly sort: 'series';
}

/** A definition whose needs are not known by type. */
export interface AnyViewDefinition<V extends AnyView> extends Pick<ViewDefinition<V, never, never>, 'kind' | 'fields'> {
  readonly sort: 'state' | 'series';
  needs(view: V, has: ViewCapabilities): Needs;
}

/** A definition of which only the needs matter. */
interface Needing {
  readonly sort: 'state' | 'series';
  needs(view: never, has: ViewCapabilities): Needs;
}

/** Computes a view's frame from its needs and from nothing else, at once. The arrays of the frame are new, so they may be transferred. */
export type ComputeView<D extends Needing, F> = (
  view: Parameters<D['needs']>[0],
  given: GivenFor<ReturnType<D['needs']>>,
  setting: SettingOf<D>,
) => F;

type GivenFor<N> = { [K in keyof N]: K extends NeedKind ? GivenMap[K] : never };

/** What is known besides the needs. */
export type SettingOf<D extends Pick<Needing, 'sort'>> = D extends { readonly sort: 'series' }
  ? Pick<ViewSetting, 'runId' | 'step'>
  : ViewSetting;
