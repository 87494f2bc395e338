'use client';
import { NeuroglowError, useNetwork, useSource } from '@neuroglow/engine';
import { useCallback, useMemo, useRef, useState, type ForwardedRef, type ReactElement } from 'react';
import { checkDomain } from '../shared/domainChoice.js';
import { ErrorBox, Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import { Root } from '../shared/Root.js';
import { slotNames } from '../shared/slots.js';
import { attachExporting, createContentSlot, type ContentSlot, type HeatmapElement } from './exporting.js';
import { GivenPanel } from './GivenPanel.js';
import { activationHeatmapMessages, type ActivationHeatmapMessages } from './messages.js';
import type { AnyMode } from './modes/mode.js';
import { activationHeatmapStyles } from './styles.js';
import type { ActivationHeatmapSlot, AnyHeatmapProps } from './types.js';
import { WatchedPanel } from './WatchedPanel.js';

const unknownAspect = 2.4;

export interface HeatmapShellProps {
  readonly props: AnyHeatmapProps;
  /** null for a name that is no mode. */
  readonly mode: AnyMode | null;
  readonly modeName: string;
  /** Names of all modes that could have been chosen. */
  readonly known: readonly string[];
  readonly forwardedRef: ForwardedRef<HeatmapElement>;
}

/** A heat map of one mode. It knows no mode itself, so that a component of one mode brings no other along. */
export function Heatmap({ props, mode, modeName, known, forwardedRef }: HeatmapShellProps): ReactElement {
  const words = useMemo(() => withMessages(activationHeatmapMessages, props.messages), [props.messages]);
  const network = useNetwork(props.source);
  const [exporter] = useState(createContentSlot);
  // The element that a ref gets can also write itself down.
  const detach = useRef<(() => void) | null>(null);
  const handle = useCallback(
    (element: HTMLDivElement | null) => {
      detach.current?.();
      detach.current = element && attachExporting(forwardedRef, element, exporter);
    },
    [forwardedRef, exporter],
  );
  return (
    <Root
      name="activation-heatmap"
      props={props}
      forwardedRef={handle}
      messages={words}
      styles={activationHeatmapStyles}
      label={words.label}
      aspect={props.aspect}
      defaultAspect={problemOf(() => mode?.aspect(props, network)).value ?? unknownAspect}
    >
      <Content props={props} mode={mode} modeName={modeName} known={known} words={words} exporter={exporter} />
    </Root>
  );
}

interface ContentProps extends Omit<HeatmapShellProps, 'forwardedRef'> {
  readonly words: ActivationHeatmapMessages;
  readonly exporter: ContentSlot;
}

function Content({ props, mode, modeName, known, words, exporter }: ContentProps): ReactElement {
  const { classNames } = props;
  const source = useSource(props.source);
  const slot = useMemo(() => slotNames<ActivationHeatmapSlot>('activation-heatmap', classNames), [classNames]);
  const problem = problemOf(() => {
    if (!mode) throw unknownMode(modeName, known);
    checkDomain(props.domain);
    checkValues(props.values, modeName);
    return mode.given(props, words);
  });
  if (problem.error !== null) return <ErrorBox error={problem.error} messages={words} />;
  if (!mode) return <Message>{words.noSource}</Message>;
  const shared = { mode, props, words, slot, exporter };
  // Keyed, so that another mode starts with hooks and state of its own.
  if (problem.value) return <GivenPanel key={modeName} {...shared} given={problem.value} />;
  if (!source) return <Message>{words.noSource}</Message>;
  return <WatchedPanel key={modeName} {...shared} source={source} />;
}

function unknownMode(name: unknown, known: readonly string[]): NeuroglowError {
  return new NeuroglowError(
    'invalid-option',
    `mode: expected ${known.map((mode) => `'${mode}'`).join(', ')}, got ${typeof name === 'string' ? `'${name.slice(0, 40)}'` : typeof name}; choose one of them.`,
  );
}

function checkValues(values: unknown, mode: string): void {
  if (values === undefined || (typeof values === 'object' && values !== null)) return;
  throw new NeuroglowError(
    'invalid-input',
    `values: expected an object for mode '${mode}', got ${values === null ? 'null' : typeof values}; leave it out to look at a source.`,
  );
}

/** Caught here and not by the boundary: a server has none. */
function problemOf<T>(
  check: () => T,
): { readonly value: T; readonly error: null } | { readonly value: null; readonly error: unknown } {
  try {
    return { value: check(), error: null };
  } catch (error) {
    return { value: null, error };
  }
}
