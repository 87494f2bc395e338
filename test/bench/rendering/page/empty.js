/** A page that draws nothing: what the browser itself costs. */
export async function empty() {
  return { draw() {} };
}
