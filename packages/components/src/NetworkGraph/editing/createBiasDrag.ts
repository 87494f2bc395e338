import type { NeuronReference } from '@neuroglow/engine';
import type { Editing } from './editing.js';

/** A pointer event, as the DOM and React report it. */
export interface DragPointer {
  readonly target: EventTarget | null;
  readonly currentTarget: Element;
  readonly pointerId: number;
  readonly button: number;
  readonly clientY: number;
  readonly shiftKey: boolean;
}

/** A pressed key, as the DOM and React report it. */
export interface DragKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly preventDefault: () => void;
}

export interface KeyedBias {
  readonly neuron: NeuronReference;
  readonly value: number;
}

/**
 * Changes the bias of a neuron on the picture: dragged up or down, or stepped by Alt with an arrow key. The value is tried out on the way and
 * given to the source when the pointer or the key is let go; Escape takes it back.
 */
export interface BiasDrag {
  /** The bias that was last changed by key, for screen readers; null before the first. */
  readonly get: () => KeyedBias | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly onPointerDown: (event: DragPointer) => void;
  readonly onPointerMove: (event: DragPointer) => void;
  readonly onPointerUp: (event: Pick<DragPointer, 'pointerId'>) => void;
  readonly onPointerCancel: () => void;
  /** Returns whether it handled the key. */
  readonly onKeyDown: (event: DragKey, neuron: NeuronReference | null) => boolean;
  readonly onKeyUp: (event: Pick<DragKey, 'key'>) => void;
  /** The focus leaves: gives a bias that was changed by key to the source. */
  readonly onLeave: () => void;
  readonly isDragging: () => boolean;
  /** Whether the last press was a drag, not a click. */
  readonly wasDragged: () => boolean;
  /** Takes the present editing; null where nothing can be edited. */
  readonly update: (editing: Editing | null) => void;
  /** Takes back a change that is not finished, and removes all listeners. */
  readonly destroy: () => void;
}

/** Pixels of a drag per 1 of bias; with Shift ten times as many. */
const PER_UNIT = 100;
/** Pixels that a press may wander and still be a click. */
const SLACK = 4;
/** Change of bias per key press; with Shift a tenth. */
const STEP = 0.1;

interface Change {
  readonly neuron: NeuronReference;
  readonly from: number;
  value: number;
}

/** Creates a bias drag that edits nothing before its first `update`. */
export function createBiasDrag(): BiasDrag {
  let editing: Editing | null = null;
  let press: { readonly pointer: number; readonly y: number; readonly neuron: NeuronReference } | null = null;
  let change: Change | null = null;
  let dragged = false;
  let keyed: KeyedBias | null = null;
  let escape: AbortController | null = null;
  const listeners = new Set<() => void>();

  function begin(neuron: NeuronReference): Change | null {
    const from = editing?.biasOf(neuron) ?? null;
    return from === null ? null : (change ??= { neuron, from, value: from });
  }
  function set(now: Change, value: number): void {
    now.value = roundBias(value);
    editing?.tryOut({ kind: 'bias', ...now.neuron }, now.value);
  }
  function finish(): void {
    const now = change;
    change = null;
    if (!now || !editing) return;
    if (now.value === now.from) editing.takeBack();
    else editing.finish({ kind: 'bias', ...now.neuron }, now.value);
  }
  function takeBack(): void {
    if (change) editing?.takeBack();
    change = null;
    press = null;
  }

  /** Escape is heard in the whole document, because the focus may be anywhere during a drag. */
  function listenForEscape(document: Document): void {
    escape?.abort();
    escape = new AbortController();
    const { signal } = escape;
    const stop = (): void => escape?.abort();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      takeBack();
    };
    document.addEventListener('keydown', onKey, { capture: true, signal });
    document.addEventListener('pointerup', stop, { signal });
    document.addEventListener('pointercancel', stop, { signal });
  }

  return {
    get: () => keyed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onPointerDown(event) {
      dragged = false;
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-edits]') : null;
      if (!button || !editing || event.button !== 0 || press) return;
      const neuron = { layer: Number(button.dataset['layer']), neuron: Number(button.dataset['neuron']) };
      press = { pointer: event.pointerId, y: event.clientY, neuron };
    },
    onPointerMove(event) {
      if (press?.pointer !== event.pointerId) return;
      const moved = press.y - event.clientY;
      if (!dragged && Math.abs(moved) < SLACK) return;
      if (!dragged) {
        dragged = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        listenForEscape(event.currentTarget.ownerDocument);
      }
      const now = begin(press.neuron);
      if (now) set(now, now.from + moved / (event.shiftKey ? 10 * PER_UNIT : PER_UNIT));
    },
    onPointerUp(event) {
      if (press?.pointer !== event.pointerId) return;
      press = null;
      finish();
    },
    onPointerCancel: takeBack,
    onKeyDown(event, neuron) {
      if (event.key === 'Escape' && change) {
        takeBack();
        return true;
      }
      const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (!event.altKey || direction === 0 || !neuron || !editing?.isEditable(neuron)) return false;
      event.preventDefault();
      const now = begin(neuron);
      if (now) {
        set(now, now.value + direction * (event.shiftKey ? STEP / 10 : STEP));
        keyed = { neuron, value: now.value };
        for (const listener of [...listeners]) listener();
      }
      return true;
    },
    onKeyUp(event) {
      if (event.key === 'Alt' || event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        if (!press) finish();
      }
    },
    onLeave() {
      if (!press) finish();
    },
    isDragging: () => press !== null && dragged,
    wasDragged: () => dragged,
    update(next) {
      editing = next;
    },
    destroy() {
      takeBack();
      escape?.abort();
      escape = null;
    },
  };
}

/** To thousandths: a hand is no finer, and people read the journal. */
function roundBias(value: number): number {
  return Math.round(value * 1000) / 1000;
}
