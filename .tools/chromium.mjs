import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { bin, node, root, run, say, Stop } from './processes.mjs';

/**
 * Makes sure that the browser tests find a Chromium, and fetches one if the machine has none.
 * Order: NEUROGLOW_CHROMIUM, the system's, Playwright's, then downloads: Playwright's own, Debian's package.
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found && existsSync(found)) return;
  if (found)
    throw new Stop(`NEUROGLOW_CHROMIUM is ${found}, and there is no such file: point it at a Chromium or unset it.`);
  if (hasPlaywrightsOwn()) return;

  say("No Chromium found. Downloading Playwright's …");
  await node(bin('playwright'), ['install', 'chromium'], { chatter: true });
  if (hasPlaywrightsOwn()) return;

  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say("That did not work. Installing Debian's …");
    const quietly = { chatter: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-q'], quietly);
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quietly);
    if (findChromium()) return;
  }
  throw new Stop(
    'The browser tests need a Chromium: install one (Debian: apt-get install chromium) or set NEUROGLOW_CHROMIUM to its path.',
  );
}

function hasPlaywrightsOwn() {
  const { chromium } = createRequire(join(root, 'package.json'))('playwright');
  return existsSync(chromium.executablePath());
}
