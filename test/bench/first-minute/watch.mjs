/* global window, document, addEventListener */
/**
 * Runs in every frame of the page, before any of its scripts. Waits in the story's frame for a picture with ink on it, for that
 * picture to change after the first step, and for the accuracy; times are milliseconds since the top page was navigated to.
 */
export function watch() {
  if (window.parent === window) return;
  const began = window.parent.performance.timeOrigin;
  const now = () => Math.round(performance.timeOrigin + performance.now() - began);
  const seen = { firstPicture: null, firstPrint: null, learningPicture: null, ninety: null };
  window.firstMinute = seen;

  const small = document.createElement('canvas');
  [small.width, small.height] = [96, 64];
  const pen = small.getContext('2d', { willReadFrequently: true });
  // A print of all canvases of the graph: null while nothing is drawn.
  const print = () => {
    const canvases = [...document.querySelectorAll('.neuroglow-network-graph canvas')].filter((one) => one.width > 1);
    if (canvases.length === 0) return null;
    pen.clearRect(0, 0, small.width, small.height);
    for (const canvas of canvases) pen.drawImage(canvas, 0, 0, small.width, small.height);
    const { data } = pen.getImageData(0, 0, small.width, small.height);
    let ink = 0;
    let sum = 0;
    for (let i = 0; i < data.length; i++) {
      sum = (sum * 31 + data[i]) | 0;
      if (i % 4 === 3 && data[i] > 0) ink++;
    }
    return ink > 50 ? sum : null;
  };
  const numberAfter = (name) => {
    const label = [...document.querySelectorAll('.hero__reading span')].find((one) => one.textContent === name);
    return Number.parseFloat(label?.nextElementSibling?.textContent?.replaceAll(',', '') ?? '');
  };
  const look = () => {
    if (seen.learningPicture === null) {
      const current = print();
      if (current !== null && seen.firstPicture === null) [seen.firstPicture, seen.firstPrint] = [now(), current];
      if (current !== null && current !== seen.firstPrint && numberAfter('Step') > 0) seen.learningPicture = now();
    }
    if (seen.ninety === null && numberAfter('Held-out accuracy') >= 90) seen.ninety = now();
    if (seen.ninety === null || seen.learningPicture === null) setTimeout(look, 25);
  };
  addEventListener('DOMContentLoaded', look);
}
