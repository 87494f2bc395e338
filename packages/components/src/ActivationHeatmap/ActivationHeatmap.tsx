'use client';
import { NeuroglowError, useNetwork, useSource } from '@neuroglow/engine';
import { forwardRef, useMemo, type ForwardRefExoticComponent, type ReactElement, type RefAttributes } from 'react';
import { checkDomain } from '../shared/domainChoice.js';
import { ErrorBox, Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import { Root } from '../shared/Root.js';
import { slotNames } from '../shared/slots.js';
import { GivenPanel } from './GivenPanel.js';
import { activationHeatmapMessages, type ActivationHeatmapMessages } from './messages.js';
import { modeOf, modes, type AnyMode } from './modes/index.js';
import { activationHeatmapStyles } from './styles.js';
import type { ActivationHeatmapProps, ActivationHeatmapSlot } from './types.js';
import { WatchedPanel } from './WatchedPanel.js';

const unknownAspect = 2.4;

/** Numbers as cells, in one of several modes: whole layers, weights as images, responses over a plane, a confusion matrix, any matrix. */
export const ActivationHeatmap: ForwardRefExoticComponent<ActivationHeatmapProps & RefAttributes<HTMLDivElement>> =
  forwardRef<HTMLDivElement, ActivationHeatmapProps>(function ActivationHeatmap(props, ref) {
    const words = useMemo(() => withMessages(activationHeatmapMessages, props.messages), [props.messages]);
    const network = useNetwork(props.source);
    const mode = modeOf(props.mode ?? 'layers');
    return (
      <Root
        name="activation-heatmap"
        props={props}
        forwardedRef={ref}
        messages={words}
        styles={activationHeatmapStyles}
        label={words.label}
        aspect={props.aspect}
        defaultAspect={problemOf(() => mode?.aspect(props, network)).value ?? unknownAspect}
      >
        <Content props={props} mode={mode} words={words} />
      </Root>
    );
  });

interface ContentProps {
  readonly props: ActivationHeatmapProps;
  readonly mode: AnyMode | null;
  readonly words: ActivationHeatmapMessages;
}

function Content({ props, mode, words }: ContentProps): ReactElement {
  const { classNames, mode: name = 'layers' } = props;
  const source = useSource(props.source);
  const slot = useMemo(() => slotNames<ActivationHeatmapSlot>('activation-heatmap', classNames), [classNames]);
  const problem = problemOf(() => {
    if (!mode) throw unknownMode(name);
    checkDomain(props.domain);
    checkValues(props.values, name);
    return mode.given(props, words);
  });
  if (problem.error !== null) return <ErrorBox error={problem.error} messages={words} />;
  if (!mode) return <Message>{words.noSource}</Message>;
  const shared = { mode, props, words, slot };
  // Keyed, so that another mode starts with hooks and state of its own.
  if (problem.value) return <GivenPanel key={name} {...shared} given={problem.value} />;
  if (!source) return <Message>{words.noSource}</Message>;
  return <WatchedPanel key={name} {...shared} source={source} />;
}

function unknownMode(name: unknown): NeuroglowError {
  const known = Object.keys(modes).map((mode) => `'${mode}'`);
  return new NeuroglowError(
    'invalid-option',
    `mode: expected ${known.join(', ')}, got ${typeof name === 'string' ? `'${name.slice(0, 40)}'` : typeof name}; choose one of them.`,
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
