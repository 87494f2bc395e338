import type { MouseEvent, ReactElement } from 'react';
import { NAVIGATE_URL } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';

const doors = [
  {
    path: '/story/demos-digits--digits',
    title: 'Demos',
    about: 'Play: draw digits, bend decision boundaries, break things.',
  },
  {
    path: '/docs/components-networkgraph--docs',
    title: 'Components',
    about: 'Every picture, its options and its props.',
  },
  {
    path: '/docs/get-started-install--docs',
    title: 'Get started',
    about: 'Vite, Next.js, your own data, your own trainer.',
  },
] as const;

/** The three ways on from the first page. */
export function Doors(): ReactElement {
  return (
    <nav className="doors" aria-label="Where to go next">
      {doors.map(({ path, title, about }) => (
        <a key={path} href={`./?path=${path}`} target="_top" onClick={(event) => follow(event, path)}>
          <strong>{title}</strong>
          <span>{about}</span>
        </a>
      ))}
    </nav>
  );
}

/** Within the Storybook the frame moves on without loading the page again. */
function follow(event: MouseEvent, path: string): void {
  if (window.parent === window || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  addons.getChannel().emit(NAVIGATE_URL, `?path=${path}`);
}
