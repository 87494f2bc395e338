import type { TrainingSource, ViewerProps } from '@neuroglow/engine';
import type { AriaAttributes, CSSProperties } from 'react';
import type { CommonMessages } from './messages.js';

/** What every component takes, beside what it alone can do. */
export interface ComponentProps<M extends CommonMessages = CommonMessages, Slot extends string = never>
  extends ViewerProps, AriaAttributes {
  /** What to look at. @default the provider's source */
  readonly source?: TrainingSource | null | undefined;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  /** Never written by a server: a strict `style-src` would block it. */
  readonly style?: CSSProperties | undefined;
  /** A class name of your own for a part; the part also carries `neuroglow-<component>__<slot>`. */
  readonly classNames?: Partial<Record<Slot, string>> | undefined;
  /** Overrides for the words shown. */
  readonly messages?: Partial<M> | undefined;
  /** How numbers are written: a BCP 47 tag. Not the browser's language, so that server and browser agree. @default 'en' */
  readonly locale?: string | undefined;
  /** @default the nearest `data-neuroglow-theme` around, else the page's `color-scheme` */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined;
}

const viewerFields = [
  'input',
  'defaultInput',
  'onInputChange',
  'selection',
  'defaultSelection',
  'onSelectionChange',
  'cursor',
  'defaultCursor',
  'onCursorChange',
] as const satisfies readonly (keyof ViewerProps)[];

/** What of the props concerns the viewer. */
export function viewerProps(props: ViewerProps): ViewerProps {
  return pick(props, viewerFields);
}

/** The `aria-*` attributes among the props. */
export function ariaProps(props: AriaAttributes): AriaAttributes {
  const names = Object.keys(props).filter((name) => name.startsWith('aria-')) as (keyof AriaAttributes)[];
  return pick(props, names);
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]])) as Pick<T, K>;
}
