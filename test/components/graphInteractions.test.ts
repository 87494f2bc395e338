import type { NeuronReference, ParameterReference } from '@neuroglow/engine';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBiasDrag, type BiasDrag } from '../../packages/components/src/NetworkGraph/editing/createBiasDrag.js';
import type { Editing } from '../../packages/components/src/NetworkGraph/editing/editing.js';
import { createHover } from '../../packages/components/src/NetworkGraph/interaction/createHover.js';
import { createZoom } from '../../packages/components/src/NetworkGraph/interaction/createZoom.js';

const drags: BiasDrag[] = [];
afterEach(() => {
  for (const drag of drags.splice(0)) drag.destroy();
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** An element at the page's origin; jsdom captures no pointers, so the element remembers them itself. */
function box(): HTMLElement & { readonly captured: Set<number> } {
  const captured = new Set<number>();
  const element = Object.assign(document.createElement('div'), {
    captured,
    setPointerCapture: (id: number) => void captured.add(id),
    hasPointerCapture: (id: number) => captured.has(id),
  });
  document.body.append(element);
  return element;
}

const pointer = (type: string, clientX: number, clientY: number, pointerId = 1): PointerEvent =>
  new PointerEvent(type, { pointerId, clientX, clientY, bubbles: true });

describe('createZoom', () => {
  const size = { width: 400, height: 300 };

  it('zooms by the wheel about the pointer and keeps the page still', () => {
    const zoom = createZoom();
    const element = box();
    zoom.update({ element, ...size });
    const heard = vi.fn();
    zoom.subscribe(heard);
    const wheel = new WheelEvent('wheel', { deltaY: -500 * Math.LN2, clientX: 100, clientY: 60, cancelable: true });
    element.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).toBe(true);
    expect(heard).toHaveBeenCalledTimes(1);
    const { factor, x, y } = zoom.get();
    expect(factor).toBeCloseTo(2);
    // The point under the pointer stays there: 2 · 100 − 100 = 100.
    expect(100 * factor + x).toBeCloseTo(100);
    expect(60 * factor + y).toBeCloseTo(60);
  });

  it('pans by a drag, which captures the pointer, and not by a click that wanders', () => {
    const zoom = createZoom();
    const element = box();
    zoom.update({ element, ...size });
    zoom.by(2);
    const start = zoom.get();
    element.dispatchEvent(pointer('pointerdown', 50, 50));
    element.dispatchEvent(pointer('pointermove', 52, 51));
    expect(zoom.get()).toEqual(start);
    expect(zoom.isDragging()).toBe(false);
    element.dispatchEvent(pointer('pointermove', 72, 51));
    expect(zoom.get()).toEqual({ ...start, x: start.x + 20 });
    expect(zoom.isDragging()).toBe(true);
    expect(element.captured.has(1)).toBe(true);
    element.dispatchEvent(pointer('pointerup', 72, 51));
    expect(zoom.isDragging()).toBe(false);
    expect(zoom.wasDragged()).toBe(true);
    element.dispatchEvent(pointer('pointerdown', 50, 50));
    expect(zoom.wasDragged()).toBe(false);
  });

  it('zooms by two fingers as far as they spread', () => {
    const zoom = createZoom();
    const element = box();
    zoom.update({ element, ...size });
    element.dispatchEvent(pointer('pointerdown', 190, 150, 1));
    element.dispatchEvent(pointer('pointerdown', 210, 150, 2));
    element.dispatchEvent(pointer('pointermove', 180, 150, 1));
    element.dispatchEvent(pointer('pointermove', 220, 150, 2));
    expect(zoom.get().factor).toBeCloseTo(2);
  });

  it('goes on with a gesture when the size changes, and drops it with the element', () => {
    const zoom = createZoom();
    const element = box();
    zoom.update({ element, ...size });
    zoom.by(2);
    element.dispatchEvent(pointer('pointerdown', 50, 50));
    zoom.update({ element, width: 500, height: 300 });
    const { x } = zoom.get();
    element.dispatchEvent(pointer('pointermove', 60, 50));
    expect(zoom.get().x).toBe(x + 10);
    const other = box();
    zoom.update({ element: other, ...size });
    element.dispatchEvent(pointer('pointermove', 90, 50));
    expect(zoom.get().x).toBe(x + 10);
    other.dispatchEvent(new WheelEvent('wheel', { deltaY: -100 }));
    expect(zoom.get().factor).toBeGreaterThan(2);
  });

  it('hears nothing after destroy, keeps its state, and can be taken up again', () => {
    const zoom = createZoom();
    const element = box();
    zoom.update({ element, ...size });
    zoom.by(3);
    zoom.destroy();
    element.dispatchEvent(new WheelEvent('wheel', { deltaY: 1000 }));
    expect(zoom.get().factor).toBe(3);
    zoom.update({ element, ...size });
    element.dispatchEvent(new WheelEvent('wheel', { deltaY: 1000 }));
    expect(zoom.get().factor).toBe(1);
  });

  it('leaves keys alone while there is no element, and those that mean nothing to it always', () => {
    const zoom = createZoom();
    const preventDefault = vi.fn();
    const key = (name: string, shiftKey = false) => zoom.onKey({ key: name, shiftKey, preventDefault });
    expect(key('+')).toBe(false);
    zoom.update({ element: box(), ...size });
    expect(key('a')).toBe(false);
    expect(key('ArrowRight')).toBe(false);
    expect(preventDefault).not.toHaveBeenCalled();
    expect(key('+')).toBe(true);
    expect(zoom.get().factor).toBeCloseTo(1.3);
    expect(key('ArrowRight', true)).toBe(true);
    expect(key('0')).toBe(true);
    expect(zoom.get()).toEqual({ factor: 1, x: 0, y: 0 });
    expect(preventDefault).toHaveBeenCalledTimes(3);
  });
});

describe('createBiasDrag', () => {
  const neuron: NeuronReference = { layer: 1, neuron: 2 };

  /** An editing that writes down what it is asked for; every bias is 0.25. */
  function journal() {
    const calls: string[] = [];
    const write = (name: string) => (parameter: ParameterReference, value: number) => {
      if (parameter.kind === 'bias') calls.push(`${name} ${parameter.layer}/${parameter.neuron} ${value}`);
    };
    const editing: Editing = {
      isEditable: ({ layer }) => layer > 0,
      biasOf: () => 0.25,
      tryOut: write('try'),
      finish: write('finish'),
      takeBack: () => calls.push('take back'),
    };
    return { calls, editing };
  }

  function dragging() {
    const { calls, editing } = journal();
    const drag = createBiasDrag();
    drags.push(drag);
    drag.update(editing);
    const element = box();
    const button = document.createElement('button');
    Object.assign(button.dataset, { edits: '', layer: '1', neuron: '2' });
    element.append(button);
    const at = (clientY: number, shiftKey = false) => ({
      ...{ target: button, currentTarget: element, pointerId: 1, button: 0 },
      ...{ clientY, shiftKey },
    });
    return { calls, drag, element, at };
  }

  it('tries a value out per move and finishes it once: 100 pixels are 1, with Shift a tenth', () => {
    const { calls, drag, element, at } = dragging();
    drag.onPointerDown(at(200));
    drag.onPointerMove(at(198));
    expect(calls).toEqual([]);
    drag.onPointerMove(at(150));
    drag.onPointerMove(at(100, true));
    expect(drag.isDragging()).toBe(true);
    expect(element.captured.has(1)).toBe(true);
    drag.onPointerUp({ pointerId: 1 });
    expect(calls).toEqual(['try 1/2 0.75', 'try 1/2 0.35', 'finish 1/2 0.35']);
    expect(drag.isDragging()).toBe(false);
    expect(drag.wasDragged()).toBe(true);
  });

  it('takes back a drag that ends where it began', () => {
    const { calls, drag, at } = dragging();
    drag.onPointerDown(at(200));
    drag.onPointerMove(at(150));
    drag.onPointerMove(at(200));
    drag.onPointerUp({ pointerId: 1 });
    expect(calls.at(-1)).toBe('take back');
  });

  it('is taken back by Escape wherever the focus is', () => {
    const { calls, drag, at } = dragging();
    drag.onPointerDown(at(200));
    drag.onPointerMove(at(150));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    drag.onPointerMove(at(100));
    drag.onPointerUp({ pointerId: 1 });
    expect(calls).toEqual(['try 1/2 0.75', 'take back']);
  });

  it('takes back what is not finished when it is destroyed, and leaves Escape to others', () => {
    const { calls, drag, at } = dragging();
    drag.onPointerDown(at(200));
    drag.onPointerMove(at(150));
    drag.destroy();
    expect(calls).toEqual(['try 1/2 0.75', 'take back']);
    const others = vi.fn();
    document.body.addEventListener('keydown', others, { once: true });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(others).toHaveBeenCalledTimes(1);
    drag.onPointerUp({ pointerId: 1 });
    expect(calls).toHaveLength(2);
  });

  it('steps by Alt with an arrow key, tells the value, and finishes when the key is let go', () => {
    const { calls, editing } = journal();
    const drag = createBiasDrag();
    const key = (name: string, shiftKey = false) =>
      drag.onKeyDown({ key: name, altKey: true, shiftKey, preventDefault: () => {} }, neuron);
    expect(key('ArrowUp')).toBe(false);
    drag.update(editing);
    const heard = vi.fn();
    drag.subscribe(heard);
    expect(key('ArrowUp')).toBe(true);
    expect(key('ArrowDown', true)).toBe(true);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(drag.get()).toEqual({ neuron, value: 0.34 });
    drag.onKeyUp({ key: 'Shift' });
    expect(calls).toHaveLength(2);
    drag.onKeyUp({ key: 'Alt' });
    drag.onLeave();
    expect(calls).toEqual(['try 1/2 0.35', 'try 1/2 0.34', 'finish 1/2 0.34']);
  });
});

describe('createHover', () => {
  const one: NeuronReference = { layer: 1, neuron: 0 };
  const other: NeuronReference = { layer: 1, neuron: 1 };

  /** A picture that is linked to itself alone: what it publishes comes back, as the viewer's hover does. */
  function picture() {
    const listeners = new Set<() => void>();
    const shown: (NeuronReference | null)[] = [];
    const hover = createHover();
    const settings = {
      element: null,
      geometry: null,
      controller: {
        focus: [] as readonly NeuronReference[],
        emphasize({ focus }: { readonly focus: readonly NeuronReference[] }) {
          this.focus = focus;
        },
      },
      store: {
        subscribe(listener: () => void) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
      publish: vi.fn(hover.receive),
      showTooltip: (neuron: NeuronReference | null) => void shown.push(neuron),
    };
    hover.update(settings);
    const frame = (): void => {
      for (const listener of listeners) listener();
    };
    return { hover, settings, shown, frame, listeners };
  }

  it('lights a neuron up and shows its tooltip, once as long as it is the same', () => {
    const { hover, settings, shown } = picture();
    hover.set(one);
    hover.set({ ...one });
    expect(settings.publish).toHaveBeenCalledTimes(1);
    expect(settings.controller.focus).toEqual([one]);
    hover.set(null);
    expect(settings.controller.focus).toEqual([]);
    expect(shown).toEqual([one, null]);
  });

  it('lights up what another picture is pointed at, without a tooltip', () => {
    const { hover, settings, shown, frame } = picture();
    vi.useFakeTimers();
    hover.receive(other);
    frame();
    vi.advanceTimersByTime(1000);
    expect(settings.controller.focus).toEqual([other]);
    expect(shown).toEqual([null]);
  });

  it('follows the numbers at most ten times per second', () => {
    const { hover, shown, frame } = picture();
    vi.useFakeTimers();
    hover.set(one);
    for (let at = 0; at < 60; at++) {
      frame();
      vi.advanceTimersByTime(16);
    }
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.length).toBeLessThanOrEqual(11);
    expect(new Set(shown)).toEqual(new Set([one]));
  });

  it('shows the tooltip again when what it says has changed, and only then', () => {
    const { hover, settings, shown } = picture();
    const later: (NeuronReference | null)[] = [];
    hover.update({ ...settings, showTooltip: (neuron) => void later.push(neuron) });
    expect(later).toEqual([]);
    hover.set(one);
    hover.update({ ...settings });
    expect(shown).toEqual([one]);
    hover.update({ ...settings });
    expect(shown).toEqual([one]);
  });

  it('follows another store when it is given one, and none after destroy', () => {
    const { hover, settings, listeners, shown, frame } = picture();
    const next = new Set<() => void>();
    const store = { subscribe: (listener: () => void) => (next.add(listener), () => void next.delete(listener)) };
    hover.update({ ...settings, store });
    expect([listeners.size, next.size]).toEqual([0, 1]);
    hover.update(settings);
    vi.useFakeTimers();
    hover.set(one);
    frame();
    hover.destroy();
    vi.advanceTimersByTime(1000);
    expect([listeners.size, next.size]).toEqual([0, 0]);
    expect(shown).toEqual([one]);
  });

  it('finds points of the page in a picture that is scaled', () => {
    const { hover, settings } = picture();
    expect(hover.pointOf({ clientX: 10, clientY: 10 })).toBeNull();
    const element = box();
    vi.spyOn(element, 'clientWidth', 'get').mockReturnValue(400);
    vi.spyOn(element, 'getBoundingClientRect').mockReturnValue(new DOMRect(20, 30, 200, 100));
    hover.update({ ...settings, element });
    expect(hover.pointOf({ clientX: 120, clientY: 80 })).toEqual({ x: 200, y: 100 });
  });
});
