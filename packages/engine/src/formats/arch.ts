import { checkInteger } from '../core/check.js';
import { mostLayers, mostParameters } from '../core/describe.js';
import { NeuroglowError } from '../core/error.js';
import { show } from '../core/show.js';
import { foreign, malformed, textOf, truncated, type FileContent } from './content.js';

const kind = 'an .arch file';
const mostBytes = 0x1_0000;
const mostNeurons = mostParameters;

/**
 * Layer sizes from an `.arch` file of nn.h's gym: decimal numbers between white space, input first: `2 2 1`.
 * They are `layers` of `createNetwork`.
 * @param content at most 64 KiB; at most 1,024 layers
 * @throws `file-foreign`, `file-truncated` (fewer than two layers), `file-too-large`, `file-malformed`
 */
export function readArch(content: string | FileContent): number[] {
  const text = textOf(content, kind, mostBytes);
  if (!/^[\d\s]*$/.test(text)) throw foreign(kind, 'digits and white space alone', 'something else');
  const sizes = text.split(/\s+/).filter(Boolean).map(Number);
  if (sizes.length < 2) throw truncated(kind, 'at least two layer sizes', String(sizes.length));
  if (sizes.length > mostLayers) throw malformed(kind, `it names ${sizes.length} layers, more than ${mostLayers}`);
  const odd = sizes.find((size) => size < 1 || size > mostNeurons);
  if (odd !== undefined) throw malformed(kind, `a layer of ${odd} neurons is not between 1 and ${mostNeurons}`);
  return sizes;
}

/**
 * Layer sizes as the text of an `.arch` file.
 * @throws `invalid-network`
 */
export function writeArch(sizes: readonly number[]): string {
  if (!Array.isArray(sizes) || sizes.length < 2 || sizes.length > mostLayers) {
    throw new NeuroglowError(
      'invalid-network',
      `sizes: expected 2 to ${mostLayers} layer sizes, got ${show(sizes)}; pass for example [2, 2, 1].`,
    );
  }
  for (const [l, size] of sizes.entries()) checkInteger(size, `sizes[${l}]`, 1, mostNeurons, 'invalid-network');
  return `${sizes.join(' ')}\n`;
}
