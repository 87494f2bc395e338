import type { ViewCapabilities } from './capabilities.js';
import type { ViewSetting } from './context.js';
import type { Given, GivenMap, NeedKind, NeedMap, Needs } from './needs.js';
import type { SeriesViews, ViewKind, Views } from './view.js';

/**
 * One kind of view: what it accepts, what it needs, and how its frame is made of that.
 *
 * @typeParam N What it always needs.
 * @typeParam O What only some of its views need.
 */
export interface ViewDefinition<K extends ViewKind, N extends NeedKind, O extends NeedKind = never> {
  readonly kind: K;
  /** A function of one step, or of a range of them. */
  readonly sort: K extends keyof SeriesViews ? 'series' : 'state';
  /** What a view of this kind may say beside its kind. */
  readonly fields: readonly Exclude<keyof Views[K]['view'], 'kind'>[];
  /**
   * What the view needs. Throws `invalid-view` or `invalid-input` where it is ill-formed, `too-large` where its frame would be,
   * `unsupported` where the source lacks the data to show.
   */
  needs(view: Views[K]['view'], has: ViewCapabilities): Pick<NeedMap, N> & Partial<Pick<NeedMap, O>>;
  /** The frame, at once and from nothing else. Its arrays are new: they may be transferred. */
  compute(
    view: Views[K]['view'],
    given: Pick<GivenMap, N> & Partial<Pick<GivenMap, O>>,
    setting: SettingOf<K>,
  ): Views[K]['frame'];
}

/** A series view needs no network: a source of curves alone has none. */
export type SettingOf<K extends ViewKind> = K extends keyof SeriesViews
  ? Pick<ViewSetting, 'runId' | 'step'>
  : ViewSetting;

/** A definition of which it is not said what it needs. */
export interface AnyViewDefinition<K extends ViewKind> extends Pick<
  ViewDefinition<K, never>,
  'kind' | 'sort' | 'fields'
> {
  needs(view: Views[K]['view'], has: ViewCapabilities): Needs;
  compute(view: Views[K]['view'], given: Given, setting: SettingOf<K>): Views[K]['frame'];
}
