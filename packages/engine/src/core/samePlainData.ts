/** Whether two pieces of plain data are equal by structure, as literals written in every render are. */
export function samePlainData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = entries(one);
  const right = entries(other);
  if (left.size !== right.size) return false;
  for (const [key, value] of left) if (!right.has(key) || !samePlainData(value, right.get(key))) return false;
  return true;
}

/** An option that is undefined counts as not given. */
function entries(data: object): Map<string, unknown> {
  return new Map(Object.entries(data).filter(([, value]) => value !== undefined));
}
