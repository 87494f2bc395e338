/**
 * The number in a typed text, or null. Any dash is a minus, as pictures write one that keyboards do not have; a comma is a decimal point: a
 * phone's keypad may have nothing else.
 */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^[−–—]/, '-')
    .replace(',', '.');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) ? value : null;
}
