/** Stable codes of every error that Neuroglow throws or reports. */
export type NeuroglowErrorCode =
  | 'invalid-network'
  | 'invalid-parameters'
  | 'invalid-dataset'
  | 'invalid-input'
  | 'invalid-cost'
  | 'invalid-optimizer'
  | 'invalid-option'
  | 'invalid-state'
  | 'invalid-view'
  | 'not-finite'
  | 'too-large'
  | 'unsupported'
  | 'disposed'
  | 'no-source'
  | 'step-not-kept'
  | 'worker-failed'
  | 'file-foreign'
  | 'file-truncated'
  | 'file-too-large'
  | 'file-malformed';

/**
 * The one error class of the library: a stable `code` for programs and a sentence for people that says
 * what was expected, what was received, and how to fix it.
 */
export class NeuroglowError extends Error {
  override readonly name = 'NeuroglowError';
  readonly code: NeuroglowErrorCode;

  constructor(code: NeuroglowErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
