import type { ReactElement } from 'react';
import { CodeSample } from './CodeSample.js';
import { Doors } from './Doors.js';
import example from './Xor.tsx?raw';

/** What follows the first view: the shortest whole example, and where to go. */
export default function Below(): ReactElement {
  return (
    <div className="introduction__below">
      <Doors />
      <section aria-labelledby="put-it-on-a-page">
        <h2 id="put-it-on-a-page">Put it on a page</h2>
        <CodeSample code="npm install @neuroglow/components @neuroglow/engine react react-dom" language="sh" />
        <p>The whole of it: a network that learns exclusive or, its controls, its picture and its cost.</p>
        <CodeSample code={example.trim()} language="tsx" />
        <p>No stylesheet to import, no canvas to size. Training runs in a worker, drawing in another.</p>
      </section>
    </div>
  );
}
