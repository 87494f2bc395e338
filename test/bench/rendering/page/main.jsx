import { makeFrames } from './frames.js';
import { empty } from './empty.js';
import { canvas2d } from './canvas2d.js';
import { svgMutation } from './svgMutation.js';
import { reactSvg } from './reactSvg.jsx';
import { xyflow } from './xyflow.jsx';
import { neuroglow } from './neuroglow.jsx';

const peers = { empty, canvas2d, 'svg-mutation': svgMutation, 'react-svg': reactSvg, xyflow, neuroglow };

let drawing = null;
let frames = [];
let drawn = 0;

window.bench = {
  /** Mounts a peer with its first frame; milliseconds until that is on screen. */
  async mount(peer, layers) {
    frames = makeFrames(layers);
    const started = performance.now();
    drawing = await peers[peer](document.getElementById('root'), layers, frames[0]);
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
};
