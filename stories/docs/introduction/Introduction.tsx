import { lazy, type ReactElement, Suspense } from 'react';
import { DigitsHero } from './DigitsHero.js';
import './introduction.css';

// What lies below the first view must not delay it.
const Below = lazy(() => import('./Below.js'));

/** The first page: a network that learns while the visitor reads the sentence above it. */
export function Introduction(): ReactElement {
  return (
    <main className="introduction">
      <div className="introduction__first" data-neuroglow-theme="dark">
        <h1>
          <b>Neuroglow</b> React components that show a neural network <em>while it learns</em>.
        </h1>
        <DigitsHero />
      </div>
      <Suspense>
        <Below />
      </Suspense>
    </main>
  );
}
