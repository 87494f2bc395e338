import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';

/** The content of a file: its bytes, or its text if it is a text file. */
export type FileContent = Uint8Array | ArrayBuffer;

/** A file's bytes, at most `most` of them; not copied. `kind` names the file in an error: "a safetensors file". */
export function bytesOf(content: unknown, kind: string, most: number): Uint8Array {
  const bytes = asBytes(content);
  if (!bytes) {
    throw new NeuroglowError(
      'invalid-input',
      `content: expected the bytes of ${kind} in a Uint8Array or ArrayBuffer, got ${show(content)}; pass what a file's arrayBuffer() gives.`,
    );
  }
  checkSize(bytes.length, 'bytes', kind, most);
  return bytes;
}

/** A file's text, from text or UTF-8 bytes (a byte-order mark is dropped), at most `most` bytes or characters. */
export function textOf(content: unknown, kind: string, most: number): string {
  if (typeof content === 'string') {
    checkSize(content.length, 'characters', kind, most);
    return content.startsWith('\uFEFF') ? content.slice(1) : content;
  }
  const bytes = bytesOf(content, kind, most);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw foreign(kind, 'text in UTF-8', 'other bytes', { cause });
  }
}

/** The file is of another kind altogether. */
export function foreign(kind: string, expected: string, got: string, options?: ErrorOptions): NeuroglowError {
  return new NeuroglowError(
    'file-foreign',
    `file: expected ${kind} (${expected}), got ${got}; choose a file of that kind.`,
    options,
  );
}

/** The file ends too early. */
export function truncated(kind: string, expected: string, got: string, options?: ErrorOptions): NeuroglowError {
  return new NeuroglowError(
    'file-truncated',
    `file: ${kind} ends too early: expected ${expected}, got ${got}; fetch or copy the file again.`,
    options,
  );
}

/** The file is of the right kind, but its content is impossible. */
export function malformed(kind: string, problem: string, options?: ErrorOptions): NeuroglowError {
  return new NeuroglowError(
    'file-malformed',
    `file: ${kind} cannot be read: ${problem}; write the file again.`,
    options,
  );
}

/** The file, or its unpacked content, is beyond a limit. */
export function tooLarge(kind: string, expected: string, got: string): NeuroglowError {
  return new NeuroglowError(
    'file-too-large',
    `file: expected ${expected} in ${kind}, got ${got}; use a smaller file, or cut it into parts.`,
  );
}

function asBytes(content: unknown): Uint8Array | null {
  if (content instanceof Uint8Array) return content;
  return content instanceof ArrayBuffer ? new Uint8Array(content) : null;
}

function checkSize(length: number, unit: string, kind: string, most: number): void {
  if (length > most) throw tooLarge(kind, `at most ${most} ${unit}`, String(length));
  if (length === 0) throw truncated(kind, 'something', 'an empty file');
}
