import type { ResponseMapsView, TrainingSource } from '@neuroglow/engine';
import { paintGreys, side } from './imagePixels.js';

/** The output layer of 3-28-28-9-1. */
const layer = 4;
/** Half a pixel beyond the first and the last pixel's middle. */
const margin = 0.5 / (side - 1);

/**
 * What the network paints at slider position t: its output over x and y, as a picture of resolution × resolution.
 * @param part which of parts × parts equal tiles, counted from the top left. Default: the whole
 */
export function sliceView(
  t: number,
  resolution: number,
  [column, row, parts]: readonly [column: number, row: number, parts: number] = [0, 0, 1],
): ResponseMapsView {
  const length = (1 + 2 * margin) / parts;
  const left = -margin + column * length;
  const top = 1 + margin - row * length;
  return {
    kind: 'responseMaps',
    layer,
    inputs: [0, 1],
    range: [
      [left, left + length],
      [top - length, top],
    ],
    resolution,
    fixed: { values: [0, 0, t] },
  };
}

/** The picture at t with 512 × 512 pixels, as a PNG: the network is asked for every pixel, nothing is interpolated. */
export async function upscale(source: TrainingSource, t: number): Promise<Blob> {
  const half = 256;
  const tiles = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const;
  const frames = await source.readAll(tiles.map(([column, row]) => sliceView(t, half, [column, row, 2])));
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 2 * half;
  const context = canvas.getContext('2d');
  const tile = document.createElement('canvas');
  for (const [index, [column, row]] of tiles.entries()) {
    paintGreys(tile, frames[index]!.maps, half);
    context?.drawImage(tile, column * half, row * half);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The browser could not write the PNG.'));
    }, 'image/png');
  });
}

const formats = ['video/webm;codecs=vp9', 'video/webm', 'video/mp4'] as const;
const frames = 60;
const frameTime = 1000 / 30;

/** Slides from one picture to the other and back, as a video of 512 × 512 pixels, 30 frames per second. */
export async function recordSlide(
  source: TrainingSource,
  onProgress: (share: number) => void,
): Promise<{ readonly video: Blob; readonly extension: 'webm' | 'mp4' }> {
  const format = 'MediaRecorder' in window ? formats.find((type) => MediaRecorder.isTypeSupported(type)) : undefined;
  if (format === undefined) throw new Error('This browser cannot record videos.');
  // All pictures first, of one and the same step: the video runs evenly, however slow the machine is.
  const times = Array.from({ length: frames + 1 }, (_, frame) => (1 - Math.cos((Math.PI * frame) / frames)) / 2);
  const slices = await source.readAll(times.map((t) => sliceView(t, 128)));
  const pictures = slices.map(({ maps }) => maps);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 512;
  const context = canvas.getContext('2d');
  const small = document.createElement('canvas');
  const stream = canvas.captureStream(30);
  const recorder = new MediaRecorder(stream, { mimeType: format, videoBitsPerSecond: 4_000_000 });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const finished = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  recorder.start();
  const there = [...pictures, ...pictures.toReversed()];
  for (const [frame, greys] of there.entries()) {
    paintGreys(small, greys, 128);
    context?.drawImage(small, 0, 0, 512, 512);
    onProgress(frame / there.length);
    await new Promise((resolve) => setTimeout(resolve, frameTime));
  }
  recorder.stop();
  await finished;
  for (const track of stream.getTracks()) track.stop();
  return { video: new Blob(parts, { type: format }), extension: format.startsWith('video/mp4') ? 'mp4' : 'webm' };
}
