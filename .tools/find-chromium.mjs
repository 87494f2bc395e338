import { existsSync } from 'node:fs';

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium of this machine: the one NEUROGLOW_CHROMIUM names, else the system's.
 * Undefined where there is none; Playwright then looks for a download of its own.
 */
export function findChromium() {
  return process.env.NEUROGLOW_CHROMIUM ?? systemPlaces.find((place) => existsSync(place));
}
