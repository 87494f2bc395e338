export async function measureChromium() {
  return [];
}
