import { PbfReader } from 'pbf';
import { malformed } from '../../formats/content.js';

/** What errors call the file. */
export const onnxKind = 'an ONNX file';

/** One field of a message as it lies in the file. Only the one that fits the field's wire type is meaningful; the other is 0 or empty. */
export interface WireField {
  readonly value: number;
  /** Not copied. */
  readonly bytes: Uint8Array;
}

const none = new Uint8Array(0);

/**
 * Calls back for the fields of a message that are listed, and skips the others. Every length is checked against the message's end before
 * anything is made of it, so a damaged length neither reads outside the message nor allocates.
 * @throws `file-malformed`
 */
export function readMessage(bytes: Uint8Array, fields: Readonly<Record<number, (field: WireField) => void>>): void {
  const reader = new PbfReader(bytes);
  try {
    for (let number = reader.nextField(); number > 0; number = reader.nextField()) {
      const field = readField(reader);
      if (reader.pos > bytes.length) throw endsEarly();
      if (Object.hasOwn(fields, number)) fields[number]!(field);
    }
  } catch (cause) {
    // The reader's own errors: a varint that is too long, or a read beyond the end.
    if (cause instanceof RangeError || (cause instanceof Error && cause.name === 'Error')) {
      throw malformed(onnxKind, 'a field is damaged', { cause });
    }
    throw cause;
  }
  // The reader also stops at the impossible field number 0.
  if (reader.pos !== bytes.length) throw malformed(onnxKind, 'a message holds something that is not a field');
}

function readField(reader: PbfReader): WireField {
  switch (reader.type) {
    case 0:
      return { value: reader.readVarint(true), bytes: none };
    case 1:
      return { value: reader.readDouble(), bytes: none };
    case 5:
      return { value: reader.readFloat(), bytes: none };
    case 2: {
      const length = reader.readVarint();
      const end = reader.pos + length;
      if (!(length >= 0 && end <= reader.length)) throw endsEarly();
      const bytes = reader.buf.subarray(reader.pos, end);
      reader.pos = end;
      return { value: 0, bytes };
    }
    default:
      throw malformed(onnxKind, `a field of the unknown wire type ${reader.type}`);
  }
}

/** Whole numbers of a repeated field: each of its own, or packed. */
export function readIntegers({ value, bytes }: WireField, into: number[], most: number): void {
  if (bytes.length === 0) {
    into.push(value);
  } else {
    const reader = new PbfReader(bytes);
    while (reader.pos < bytes.length && into.length <= most) into.push(reader.readVarint(true));
    if (reader.pos > bytes.length) throw endsEarly();
  }
  if (into.length > most) throw malformed(onnxKind, `a list of more than ${most} numbers`);
}

const decoder = new TextDecoder();

export function textOfField({ bytes }: WireField): string {
  if (bytes.length > 4096) throw malformed(onnxKind, `a name of ${bytes.length} bytes`);
  return decoder.decode(bytes);
}

function endsEarly(): Error {
  return malformed(onnxKind, 'a field is longer than the message that holds it');
}
