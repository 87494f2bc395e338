'use client';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { NeuronReference } from '@neuroglow/engine';
import type { Editing } from './useEditing.js';

/** Pixels of a drag that make 1 of bias; with Shift ten times as many. */
const PER_UNIT = 100;
/** Pixels that a press may wander and still be a click. */
const SLACK = 4;
/** What a press of a key adds. */
const STEP = 0.1;

interface Change {
  readonly neuron: NeuronReference;
  readonly from: number;
  value: number;
}

export interface BiasDragHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
  /** Returns whether the key was its own. */
  readonly onKeyDown: (event: KeyboardEvent, neuron: NeuronReference | null) => boolean;
  readonly onKeyUp: (event: KeyboardEvent) => void;
  /** A bias that is being changed goes to the source as it is. */
  readonly onLeave: () => void;
  readonly isDragging: () => boolean;
  /** Whether the last press was a drag and no click. */
  readonly wasDragged: () => boolean;
  /** What was last changed by key, for screen readers. */
  readonly said: { readonly neuron: NeuronReference; readonly value: number } | null;
}

/**
 * The bias of a neuron changed on the picture: dragged up or down, or stepped by Alt with an arrow key. It is tried out on the way and
 * given to the source when the pointer or the key is let go; Escape takes it back.
 */
export function useBiasDrag(editing: Editing | null): BiasDragHandlers {
  const press = useRef<{ readonly pointer: number; readonly y: number; readonly neuron: NeuronReference } | null>(null);
  const change = useRef<Change | null>(null);
  const dragged = useRef(false);
  const [said, setSaid] = useState<BiasDragHandlers['said']>(null);

  const begin = (neuron: NeuronReference): Change | null => {
    const from = editing?.biasOf(neuron) ?? null;
    return from === null ? null : (change.current ??= { neuron, from, value: from });
  };
  const set = (now: Change, value: number): void => {
    now.value = tidy(value);
    editing?.tryOut({ kind: 'bias', ...now.neuron }, now.value);
  };
  const finish = (): void => {
    const now = change.current;
    change.current = null;
    if (!now || !editing) return;
    if (now.value === now.from) editing.takeBack();
    else editing.finish({ kind: 'bias', ...now.neuron }, now.value);
  };
  const takeBack = (): void => {
    if (change.current) editing?.takeBack();
    change.current = null;
    press.current = null;
  };

  // While dragging the focus may be anywhere.
  const latest = useRef(takeBack);
  useEffect(() => {
    latest.current = takeBack;
  });
  const watchEscape = (element: Element): void => {
    const stop = new AbortController();
    const { ownerDocument } = element;
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      latest.current();
    };
    ownerDocument.addEventListener('keydown', onKey, { capture: true, signal: stop.signal });
    for (const end of ['pointerup', 'pointercancel']) {
      ownerDocument.addEventListener(end, () => stop.abort(), { once: true, signal: stop.signal });
    }
  };

  return {
    onPointerDown(event) {
      dragged.current = false;
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-edits]') : null;
      if (!button || !editing || event.button !== 0 || press.current) return;
      const neuron = { layer: Number(button.dataset['layer']), neuron: Number(button.dataset['neuron']) };
      press.current = { pointer: event.pointerId, y: event.clientY, neuron };
    },
    onPointerMove(event) {
      const pressed = press.current;
      if (!pressed || pressed.pointer !== event.pointerId) return;
      const moved = pressed.y - event.clientY;
      if (!dragged.current && Math.abs(moved) < SLACK) return;
      if (!dragged.current) {
        dragged.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        watchEscape(event.currentTarget);
      }
      const now = begin(pressed.neuron);
      if (now) set(now, now.from + moved / (event.shiftKey ? 10 * PER_UNIT : PER_UNIT));
    },
    onPointerUp(event) {
      if (press.current?.pointer !== event.pointerId) return;
      press.current = null;
      finish();
    },
    onPointerCancel: takeBack,
    onKeyDown(event, neuron) {
      if (event.key === 'Escape' && change.current) {
        takeBack();
        return true;
      }
      const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (!event.altKey || direction === 0 || !neuron || !editing?.isEditable(neuron)) return false;
      event.preventDefault();
      const now = begin(neuron);
      if (now) {
        set(now, now.value + direction * (event.shiftKey ? STEP / 10 : STEP));
        setSaid({ neuron, value: now.value });
      }
      return true;
    },
    onKeyUp(event) {
      if (event.key === 'Alt' || event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        if (!press.current) finish();
      }
    },
    onLeave() {
      if (!press.current) finish();
    },
    isDragging: () => press.current !== null && dragged.current,
    wasDragged: () => dragged.current,
    said,
  };
}

/** To thousandths: a hand is no finer, and the journal is read by people. */
function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}
