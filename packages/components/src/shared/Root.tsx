'use client';
import { NeuroglowProvider } from '@neuroglow/engine';
import {
  createContext,
  useContext,
  useMemo,
  useRef,
  useState,
  type AriaRole,
  type Context,
  type ForwardedRef,
  type ReactElement,
  type ReactNode,
} from 'react';
import { ariaProps, viewerProps, type ComponentProps } from './componentProps.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import type { CommonMessages } from './messages.js';
import { numberFormat, type NumberFormat } from './number.js';
import { ServerStyles } from './ServerStyles.js';
import { joinClasses } from './slots.js';
import { adoptStyles, type Styles } from './styleSheet.js';
import type { Theme } from './theme.js';
import { useHydrated } from './useHydrated.js';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js';
import { useTheme } from './useTheme.js';

/** What a component's parts need to know of it. */
export interface RootContextValue {
  /** The outermost element; null until it is mounted. */
  readonly element: HTMLDivElement | null;
  readonly theme: Theme;
  readonly format: NumberFormat;
}

const RootContext: Context<RootContextValue | null> = createContext<RootContextValue | null>(null);

/** The root around: for everything inside of a component. */
export function useRoot(): RootContextValue {
  const root = useContext(RootContext);
  if (!root) throw new Error('useRoot was called outside of a component root.');
  return root;
}

export interface RootProps {
  /** As in class names: `network-graph`. */
  readonly name: string;
  /** The component's props: className, style, aria-*, source and what concerns the viewer are taken from them. */
  readonly props: ComponentProps<CommonMessages, string>;
  readonly forwardedRef: ForwardedRef<HTMLDivElement>;
  readonly messages: CommonMessages;
  /** The component's own CSS: a constant. */
  readonly styles: Styles | readonly Styles[];
  readonly role?: AriaRole;
  /** Its name where the caller gives no `aria-label` or `aria-labelledby`. */
  readonly label: string;
  /** Width / height of the whole component as its caller wants it. */
  readonly aspect?: number | undefined;
  /** Width / height where the caller says nothing; then a component may also have a least height in its styles. Left out: as high as its content. */
  readonly defaultAspect?: number | undefined;
  readonly children: ReactNode;
}

/**
 * The outermost element of every component: takes its width from its container, adopts the styles, follows the theme, gives its parts
 * source and viewer, and keeps their failures in its own box.
 */
export function Root(root: RootProps): ReactElement {
  const { name, props, forwardedRef, messages, styles, role = 'group', label, aspect, defaultAspect, children } = root;
  const node = useRef<HTMLDivElement | null>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  // In an effect and not as the element's own ref: a caller's inline ref changes with every render.
  useIsomorphicLayoutEffect(() => attachRef(forwardedRef, node.current), [forwardedRef]);
  useIsomorphicLayoutEffect(() => {
    if (node.current) adoptStyles(node.current, ...[styles].flat());
    setElement(node.current);
  }, [styles]);
  const theme = useTheme(element);
  const hydrated = useHydrated();
  const { locale } = props;
  const keptFree = aspect ?? defaultAspect;
  const context = useMemo(() => ({ element, theme, format: numberFormat(locale) }), [element, theme, locale]);
  const named = props['aria-label'] ?? props['aria-labelledby'];
  return (
    <div
      role={role}
      {...(named === undefined && { 'aria-label': label })}
      {...ariaProps(props)}
      ref={node}
      id={props.id}
      className={joinClasses('neuroglow', `neuroglow-${name}`, props.className)}
      data-neuroglow-theme={props.theme}
      data-aspect={aspect === undefined ? 'default' : undefined}
      data-server-aspect={hydrated ? undefined : keptFree}
      style={hydrated ? { aspectRatio: keptFree, ...props.style } : undefined}
    >
      <ServerStyles styles={[styles].flat()} className={`neuroglow-${name}`} aspect={keptFree} />
      <RootContext.Provider value={context}>
        <NeuroglowProvider source={props.source} {...viewerProps(props)}>
          <ErrorBoundary messages={messages} attempt={props}>
            {children}
          </ErrorBoundary>
        </NeuroglowProvider>
      </RootContext.Provider>
    </div>
  );
}

/** Fills a ref, and gives back how to empty it; a function may bring its own clean-up, as since React 19. */
function attachRef<T>(ref: ForwardedRef<T>, value: T | null): () => void {
  if (typeof ref === 'function') {
    const attach: (value: T | null) => unknown = ref;
    const cleanUp = attach(value);
    if (typeof cleanUp === 'function') return cleanUp as () => void;
    return () => {
      ref(null);
    };
  }
  if (ref) ref.current = value;
  return () => {
    if (ref) ref.current = null;
  };
}
