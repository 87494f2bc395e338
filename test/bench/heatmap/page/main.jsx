import { makeFrames } from './frames.js';
import { neuroglow } from './neuroglow.jsx';
import { empty, fillRect, playground, svgRects } from './peers.js';
import { visx } from './visx.jsx';

const peers = { empty, 'svg-rects': svgRects, fillrect: fillRect, visx, playground, neuroglow };

let drawing = null;
let frames = [];
let drawn = 0;

window.bench = {
  /** Mounts a peer with its first frame; milliseconds until that is on screen. */
  async mount(peer, what) {
    frames = makeFrames(what);
    const started = performance.now();
    drawing = await peers[peer](document.getElementById('root'), what, frames[0]);
    // Two frames: the first is painted when the second begins.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - started;
  },
  run() {
    let turn = 0;
    const tick = () => {
      performance.mark('bench-frame');
      drawing.draw(frames[++turn % frames.length]);
      drawn++;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  },
  /** Pictures shown since the beginning. */
  drawn: () => drawing.drawn?.() ?? drawn,
  /** What a peer measures of itself. */
  own: () => drawing.own?.() ?? {},
};
