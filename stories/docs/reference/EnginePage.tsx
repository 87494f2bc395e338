import api from 'virtual:neuroglow-api';
import type { ReactElement } from 'react';
import { CodeSample } from '../introduction/CodeSample.js';
import { engineTopics } from './engineTopics.js';
import { Prose } from './Prose.js';
import './reference.css';

/** The engine's public functions by what one wants to do, with the signatures and comments of the sources. */
export function EnginePage(): ReactElement {
  return (
    <main className="reference">
      <h1>The engine’s functions</h1>
      <p>
        All of them come from <code>@neuroglow/engine</code>. In Node, or without React, import them from{' '}
        <code>@neuroglow/engine/core</code>. Bad input throws a <code>NeuroglowError</code> with a stable{' '}
        <code>code</code> and a sentence that says what was expected, what was received and how to fix it.
      </p>
      <ul className="reference__topics">
        {Object.keys(engineTopics).map((topic) => (
          <li key={topic}>
            <a href={`#${idOf(topic)}`}>{topic}</a>
          </li>
        ))}
      </ul>
      {Object.entries(engineTopics).map(([topic, names]) => (
        <section key={topic} aria-labelledby={idOf(topic)}>
          <h2 id={idOf(topic)}>{topic}</h2>
          {names.map((name) => (
            <Entry key={name} name={name} />
          ))}
        </section>
      ))}
    </main>
  );
}

function Entry({ name }: { readonly name: string }): ReactElement {
  const overloads = api.find((entry) => entry.name === name)?.overloads ?? [];
  return (
    <>
      <h3 id={name}>{name}</h3>
      {overloads.map(({ signature, description, throws, examples }) => (
        <div key={signature}>
          <CodeSample code={signature} language="tsx" />
          <Prose text={description} />
          {throws.length > 0 && <Prose text={`Throws ${throws.join('; ')}`} />}
          {examples.map((example) => (
            <CodeSample key={example} code={example} language="tsx" />
          ))}
        </div>
      ))}
    </>
  );
}

function idOf(topic: string): string {
  return topic.toLowerCase().replaceAll(/\W+/g, '-');
}
