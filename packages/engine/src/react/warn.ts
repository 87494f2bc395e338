declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Bundlers replace the expression; where nothing does and there is no `process`, it counts as production. */
function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production';
  } catch {
    return false;
  }
}

/** Tells the developer of the page about a mistake that breaks nothing by itself. Silent in production. */
export function warn(message: string): void {
  if (isDevelopment()) console.warn(`[neuroglow] ${message}`);
}
