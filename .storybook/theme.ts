export type Theme = 'light' | 'dark';

/** The theme named in a page's address (`globals=theme:dark`), else the reader's system. */
export function initialTheme(): Theme {
  const named = /(?:^|[;&=])theme:(light|dark)/.exec(new URLSearchParams(location.search).get('globals') ?? '')?.[1];
  if (named === 'light' || named === 'dark') return named;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** How a host page chooses a theme: one attribute on the root element. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.neuroglowTheme = theme;
}
