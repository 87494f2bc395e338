declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Bundlers replace this expression. Without a bundler and without `process`, it counts as production. */
function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production';
  } catch {
    return false;
  }
}

/** Warns the page's developer of a mistake that breaks nothing by itself. Silent in production. */
export function warn(message: string): void {
  if (isDevelopment()) console.warn(`[neuroglow] ${message}`);
}
