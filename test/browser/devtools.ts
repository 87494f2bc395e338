import { cdp } from 'vitest/browser';

/** What a command is given. */
export type Params = Readonly<Record<string, unknown>>;

/** A command of the browser's developer tools; its answer. */
export async function devtools(method: string, params: Params = {}): Promise<unknown> {
  const session = cdp() as unknown as { readonly send: (method: string, params: object) => Promise<unknown> };
  return session.send(method, params);
}
