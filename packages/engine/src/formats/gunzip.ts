import { NeuroglowError } from '../core/error.js';
import { malformed, tooLarge, truncated } from './content.js';

/** Whether the bytes start as a gzip file does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacks gzip by the platform's DecompressionStream; stops once more than `most` bytes have come out. */
export async function gunzip(bytes: Uint8Array, kind: string, most: number): Promise<Uint8Array> {
  const reader = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > most) throw tooLarge(kind, `at most ${most} bytes once unpacked`, 'more');
      chunks.push(part.value);
    }
  } catch (cause) {
    // Cancelling may fail too; the first error is the one to report.
    reader.cancel().catch(() => undefined);
    if (cause instanceof NeuroglowError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (/truncated|unexpected end/i.test(reason))
      throw truncated(kind, 'the rest of its gzip stream', 'none', { cause });
    throw malformed(kind, `its gzip stream is broken (${reason})`, { cause });
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
