import { NeuroglowError, type NeuroglowErrorCode } from '../core/error.js';

/** An error as plain data, because its class does not survive a message between threads. */
export interface ErrorData {
  readonly code: NeuroglowErrorCode;
  readonly message: string;
}

/** An error as plain data. Errors from outside the library count as failures of the host. */
export function errorToData(error: unknown): ErrorData {
  if (error instanceof NeuroglowError) return { code: error.code, message: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'worker-failed',
    message: `The training host failed (${reason}); reset the run, and report this if it happens again.`,
  };
}

export function errorFromData({ code, message }: ErrorData): NeuroglowError {
  return new NeuroglowError(code, message);
}
