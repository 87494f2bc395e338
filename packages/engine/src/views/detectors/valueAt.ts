/**
 * A series' value at any step within its range, linear between its points. `place` remembers where the last one was found: asked in
 * ascending order, a whole series takes O(n).
 */
export function valueAt(
  steps: ArrayLike<number>,
  values: ArrayLike<number>,
  step: number,
  place: { at: number } = { at: 0 },
): number {
  const last = steps.length - 1;
  let at = Math.min(place.at, last);
  while (at > 0 && steps[at]! > step) at--;
  while (at < last && steps[at + 1]! <= step) at++;
  place.at = at;
  if (at === last || steps[at]! >= step) return values[at]!;
  const share = (step - steps[at]!) / (steps[at + 1]! - steps[at]!);
  return values[at]! + share * (values[at + 1]! - values[at]!);
}
