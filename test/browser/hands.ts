import { devtools, type Params } from './devtools.js';

/** A point of this frame, in its CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a point of this frame lies in the page that the browser's input goes to. */
function outside({ x, y }: Point): Point {
  const frame = window.frameElement;
  if (!frame) return { x, y };
  const { left, top, width } = frame.getBoundingClientRect();
  const scale = width / window.innerWidth;
  return { x: left + x * scale, y: top + y * scale };
}

export function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** The browser's own input, as a mouse, fingers and a wheel make it: trusted, captured, and scrolling what nobody holds back. */
export const hands = {
  async wheel(at: Point, pixels: number): Promise<void> {
    await devtools('Input.dispatchMouseEvent', { type: 'mouseWheel', ...outside(at), deltaX: 0, deltaY: pixels });
  },

  async move(to: Point): Promise<void> {
    await devtools('Input.dispatchMouseEvent', { type: 'mouseMoved', ...outside(to), button: 'none' });
  },

  async press(at: Point): Promise<void> {
    await hands.move(at);
    await devtools('Input.dispatchMouseEvent', mouse('mousePressed', at));
  },

  async dragTo(to: Point): Promise<void> {
    await devtools('Input.dispatchMouseEvent', { ...mouse('mouseMoved', to), buttons: 1 });
  },

  async release(at: Point): Promise<void> {
    await devtools('Input.dispatchMouseEvent', mouse('mouseReleased', at));
  },

  async click(at: Point): Promise<void> {
    await hands.press(at);
    await hands.release(at);
  },

  /** Fingers put down, moved along their ways, and lifted. */
  async fingers(...ways: readonly (readonly Point[])[]): Promise<void> {
    const steps = Math.max(...ways.map(({ length }) => length));
    for (let step = 0; step < steps; step++) {
      const touchPoints = ways.map((way, id) => ({ ...outside(way[Math.min(step, way.length - 1)]!), id }));
      await devtools('Input.dispatchTouchEvent', { type: step === 0 ? 'touchStart' : 'touchMove', touchPoints });
    }
    await devtools('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  },

  async tap(at: Point): Promise<void> {
    await hands.fingers([at]);
  },

  async prefer(features: Readonly<Record<string, string>>): Promise<void> {
    await devtools('Emulation.setEmulatedMedia', {
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  },
};

function mouse(type: string, at: Point): Params {
  return { type, ...outside(at), button: 'left', clickCount: 1 };
}
