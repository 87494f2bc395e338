/**
 * Storybook shows a story in a frame, and a reader copies the address of the page around it. The part after # is kept the same in both, so
 * that links carry a demo's state. Nothing is done where the page around is not Storybook's own.
 */
export function mirrorAddress(): void {
  const around = storybookAround();
  if (!around) return;
  if (around.location.hash && !location.hash) location.replace(around.location.hash);
  addEventListener('hashchange', () => {
    const address = `${around.location.pathname}${around.location.search}${location.hash}`;
    around.history.replaceState(around.history.state, '', address);
  });
}

function storybookAround(): Window | null {
  try {
    const { parent } = window;
    return parent !== window && parent.location.search.includes('path=/story/') ? parent : null;
  } catch {
    // A page of another origin.
    return null;
  }
}
