/**
 * The training worker as the text of one module, written by the build. null in the sources, which start the worker by
 * its URL.
 */
export const workerText: string | null = null;
