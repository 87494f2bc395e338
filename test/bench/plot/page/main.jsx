import { makePoints } from './points.js';
import { chartjs } from './chartjs.js';
import { neuroglow } from './neuroglow.jsx';
import { recharts } from './recharts.jsx';
import { uplot } from './uplot.js';
import { visx } from './visx.jsx';

const peers = { empty: async () => () => {}, neuroglow, uplot, chartjs, recharts, visx };
const perFrame = 1000;

let draw = null;
let points = null;
let drawn = 0;

window.bench = {
  async mount(peer, count) {
    points = makePoints(count);
    draw = await peers[peer](document.getElementById('root'), points);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return true;
  },
  run() {
    const tick = () => {
      performance.mark('bench-frame');
      points.append(perFrame);
      draw(points, perFrame);
      drawn++;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  },
  /** Resolves after so many more frames, or after some milliseconds if there are at least two. */
  async shown(frames, milliseconds = Infinity) {
    const from = drawn;
    const started = performance.now();
    while (drawn - from < frames && (drawn - from < 3 || performance.now() - started < milliseconds)) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return true;
  },
};
