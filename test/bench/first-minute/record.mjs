/* global document, MediaRecorder, Image */
// node test/bench/first-minute/record.mjs [--built FOLDER] [--seconds 12] [--out .github/first-minute.webm]
// Records the first page while it learns, and a digit that is drawn on its pad. Frames come from Chromium's screencast; a second page of
// the same browser encodes them, so nothing has to be installed. The README shows it as an animated WebP, which GitHub and npm both render:
// ffmpeg -i .github/first-minute.webm -vf "fps=10,scale=800:-1:flags=lanczos" -c:v libwebp_anim -quality 55 -loop 0 .github/first-minute.webp
// On a busy machine the film is slower than life: setpts=PTS*0.45 as the first filter speeds it up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { buildStorybook } from '../../../.tools/build.mjs';
import { findChromium } from '../../../.tools/find-chromium.mjs';
import { serve } from './server.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const [width, height] = [1080, 760];
const seconds = Number(option('seconds', '12'));
const out = option('out', '.github/first-minute.webm');
const given = option('built', null);
const folder = given ?? mkdtempSync(join(tmpdir(), 'neuroglow-storybook-'));
if (given === null) await buildStorybook(folder);
const site = await serve(folder);

const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'dark' });
const frames = [];
const devtools = await page.context().newCDPSession(page);
devtools.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
  frames.push({ data, at: metadata.timestamp });
  void devtools.send('Page.screencastFrameAck', { sessionId });
});
await page.goto(`${site.address}iframe.html?id=introduction--introduction&viewMode=story&globals=theme:dark`);
await page.waitForSelector('.neuroglow-network-graph canvas');
await devtools.send('Page.startScreencast', { format: 'jpeg', quality: 92, everyNthFrame: 2 });
await page.waitForTimeout((seconds - 4) * 1000);

// A three, drawn with a steady hand.
const pad = await page.locator('.draw-pad__paper').boundingBox();
const at = ([x, y]) => [pad.x + x * pad.width, pad.y + y * pad.height];
const arc = (centre, from, to) =>
  Array.from({ length: 16 }, (_, i) => {
    const angle = from + ((to - from) * i) / 15;
    return [0.48 + 0.2 * Math.cos(angle), centre + 0.17 * Math.sin(angle)];
  });
const three = [...arc(0.33, -2.6, 1.5), ...arc(0.67, -1.5, 2.6)];
await page.mouse.move(...at(three[0]));
await page.mouse.down();
for (const point of three) {
  await page.mouse.move(...at(point));
  await page.waitForTimeout(40);
}
await page.mouse.up();
await page.waitForTimeout(2_500);
await devtools.send('Page.stopScreencast');

const encoder = await browser.newPage();
const video = await encoder.evaluate(
  async ([pictures, size]) => {
    const canvas = Object.assign(document.createElement('canvas'), size);
    const pen = canvas.getContext('2d');
    const stream = canvas.captureStream(30);
    const recorder = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp9', videoBitsPerSecond: 1_600_000 });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    const images = await Promise.all(
      pictures.map(async ({ data }) => {
        const image = new Image();
        image.src = `data:image/jpeg;base64,${data}`;
        await image.decode();
        return image;
      }),
    );
    recorder.start();
    const began = performance.now();
    for (const [index, image] of images.entries()) {
      const due = (pictures[index].at - pictures[0].at) * 1000;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - (performance.now() - began))));
      pen.drawImage(image, 0, 0, size.width, size.height);
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return Array.from(bytes);
  },
  [frames, { width, height }],
);
writeFileSync(out, Uint8Array.from(video));
console.log(`${out}: ${(video.length / 1e6).toFixed(2)} MB, ${frames.length} frames`);
await browser.close();
site.close();
if (given === null) rmSync(folder, { recursive: true, force: true });
