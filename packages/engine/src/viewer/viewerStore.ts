import type { InputReference } from '../views/view.js';
import { samePlainData } from '../core/samePlainData.js';
import type { Selection, Viewer, ViewerState } from './viewer.js';

/** What a new viewer has chosen: nothing, looking live. */
export const initialViewerState: ViewerState = {
  input: null,
  selection: { neurons: [], samples: [] },
  hover: null,
  cursor: 'live',
  range: 'all',
  hoveredStep: null,
};

/** Creates an independent viewer. `initial` overrides single fields of `initialViewerState`. */
export function createViewer(initial: Partial<ViewerState> = {}): Viewer {
  let state: ViewerState = { ...initialViewerState, ...initial };
  const listeners = new Set<() => void>();

  function set<K extends keyof ViewerState>(field: K, value: ViewerState[K]): void {
    if (saysTheSame(state[field], value)) return;
    state = { ...state, [field]: value };
    for (const listener of [...listeners]) listener();
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    setInput: (input) => set('input', input),
    setSelection: (selection) => set('selection', selection),
    setHover: (neuron) => set('hover', neuron),
    setCursor: (cursor) => set('cursor', cursor),
    setRange: (range) => set('range', range),
    setHoveredStep: (step) => set('hoveredStep', step),
  };
}

/** Compares plain data by structure and sources by identity. */
function saysTheSame(one: unknown, other: unknown): boolean {
  return sourceOf(one) === sourceOf(other) && samePlainData(withoutSource(one), withoutSource(other));
}

function sourceOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'source' in value ? value.source : undefined;
}

function withoutSource(value: unknown): unknown {
  return sourceOf(value) === undefined ? value : { ...(value as object), source: undefined };
}

/** The fields that props can control or observe. Hover is not among them. */
export interface ViewerProps {
  /** The current input. Given: controlled. null: the source's first probe, otherwise its first training row. */
  readonly input?: InputReference | null | undefined;
  /** Where an uncontrolled input starts. */
  readonly defaultInput?: InputReference | null | undefined;
  readonly onInputChange?: ((input: InputReference | null) => void) | undefined;
  /** The selected neurons and samples. Given: controlled. */
  readonly selection?: Selection | undefined;
  readonly defaultSelection?: Selection | undefined;
  readonly onSelectionChange?: ((selection: Selection) => void) | undefined;
  /** The current step, or 'live'. Given: controlled. */
  readonly cursor?: 'live' | number | undefined;
  readonly defaultCursor?: 'live' | number | undefined;
  readonly onCursorChange?: ((cursor: 'live' | number) => void) | undefined;
}

/** Whether any of these props is set, so that a viewer of its own is needed. */
export function fixesAnything(props: ViewerProps): boolean {
  return fields.some((field) => asked(props, field));
}

const fields = ['input', 'selection', 'cursor'] as const;
type Field = (typeof fields)[number];

const propNames = {
  input: { fallback: 'defaultInput', changed: 'onInputChange' },
  selection: { fallback: 'defaultSelection', changed: 'onSelectionChange' },
  cursor: { fallback: 'defaultCursor', changed: 'onCursorChange' },
} as const;

function asked(props: ViewerProps, field: Field): boolean {
  const { fallback, changed } = propNames[field];
  return props[field] !== undefined || props[fallback] !== undefined || props[changed] !== undefined;
}

/** A viewer controlled by props, and a function that updates them. */
export interface ScopedViewer {
  readonly viewer: Viewer;
  obey(props: ViewerProps): void;
}

/**
 * A viewer within another one. Fields with a given value or default belong to this scope, all others to the outer viewer.
 * A controlled field only asks for a change: it moves when the prop does.
 */
export function createScopedViewer(around: Viewer, first: ViewerProps): ScopedViewer {
  let props = first;
  const owned = createViewer(ownedState(first));
  let composed: { readonly outer: ViewerState; readonly inner: ViewerState; readonly state: ViewerState } | null = null;

  const owns = (field: Field): boolean => props[field] !== undefined || first[propNames[field].fallback] !== undefined;

  function change<K extends Field>(field: K, value: ViewerState[K], keep: (viewer: Viewer) => void): void {
    if (saysTheSame(viewer.getSnapshot()[field], value)) return;
    if (props[field] === undefined) keep(owns(field) ? owned : around);
    const changed = props[propNames[field].changed] as ((value: ViewerState[K]) => void) | undefined;
    changed?.(value);
  }

  const viewer: Viewer = {
    getSnapshot() {
      const outer = around.getSnapshot();
      const inner = owned.getSnapshot();
      if (composed?.outer !== outer || composed.inner !== inner) {
        const state = {
          input: (owns('input') ? inner : outer).input,
          selection: (owns('selection') ? inner : outer).selection,
          cursor: (owns('cursor') ? inner : outer).cursor,
          hover: outer.hover,
          range: outer.range,
          hoveredStep: outer.hoveredStep,
        };
        composed = { outer, inner, state };
      }
      return composed.state;
    },
    subscribe(listener) {
      const leaveOuter = around.subscribe(listener);
      const leaveInner = owned.subscribe(listener);
      return () => {
        leaveOuter();
        leaveInner();
      };
    },
    setInput: (input) => change('input', input, (to) => to.setInput(input)),
    setSelection: (selection) => change('selection', selection, (to) => to.setSelection(selection)),
    setCursor: (cursor) => change('cursor', cursor, (to) => to.setCursor(cursor)),
    setHover: (neuron) => around.setHover(neuron),
    setRange: (range) => around.setRange(range),
    setHoveredStep: (step) => around.setHoveredStep(step),
  };

  return {
    viewer,
    obey(latest) {
      props = latest;
      composed = null;
      if (latest.input !== undefined) owned.setInput(latest.input);
      if (latest.selection !== undefined) owned.setSelection(latest.selection);
      if (latest.cursor !== undefined) owned.setCursor(latest.cursor);
    },
  };
}

function ownedState(props: ViewerProps): Partial<ViewerState> {
  const input = props.input !== undefined ? props.input : props.defaultInput;
  const selection = props.selection ?? props.defaultSelection;
  const cursor = props.cursor ?? props.defaultCursor;
  return {
    ...(input !== undefined && { input }),
    ...(selection !== undefined && { selection }),
    ...(cursor !== undefined && { cursor }),
  };
}
