import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../.tools/find-chromium.mjs';
import { chromium } from 'playwright';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface Tab {
  /** The value of an expression in the page; promises are awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Brings the tab to the front; the one that was there is hidden. */
  activate(): Promise<void>;
}

export interface Tabs {
  open(url: string): Promise<Tab>;
  close(): Promise<void>;
}

/**
 * A browser whose tabs hide each other, driven through its own pipe: Playwright keeps every page visible, whatever lies in front of it.
 */
export function launchTabs(): Tabs {
  const profile = mkdtempSync(join(tmpdir(), 'neuroglow-tabs-'));
  const flags = ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-background-networking'];
  const browser = spawn(
    findChromium() ?? chromium.executablePath(),
    [...flags, '--disable-component-update', '--disable-quic', '--remote-debugging-pipe', `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const into = browser.stdio[3] as unknown as NodeJS.WritableStream;
  const from = browser.stdio[4] as unknown as NodeJS.ReadableStream;
  const waiting = new Map<number, (answer: Answer) => void>();
  let received = '';
  from.on('data', (data: Buffer) => {
    const messages = (received + data.toString()).split('\0');
    received = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  let sent = 0;
  const send = async (method: string, params: object, sessionId?: string): Promise<Record<string, unknown>> => {
    const id = ++sent;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      into.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
    waiting.delete(id);
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result as Record<string, unknown>;
  };
  return {
    async open(url) {
      const { targetId } = await send('Target.createTarget', { url });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      return {
        async evaluate(expression) {
          const asked = { expression, awaitPromise: true, returnByValue: true };
          const { result, exceptionDetails } = await send('Runtime.evaluate', asked, sessionId as string);
          if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
          return (result as { readonly value?: unknown }).value;
        },
        async activate() {
          await send('Target.activateTarget', { targetId });
        },
      };
    },
    async close() {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
