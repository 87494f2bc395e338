/**
 * The training worker as the text of one module. The build writes it into the published module; from these sources the worker is started by
 * its URL.
 */
export const workerText: string | null = null;
