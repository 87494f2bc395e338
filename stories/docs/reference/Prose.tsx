import type { ReactElement } from 'react';

/** A doc comment's text: paragraphs, and words in backticks as code. */
export function Prose({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{withCode(paragraph)}</p>
      ))}
    </>
  );
}

function withCode(paragraph: string): (string | ReactElement)[] {
  return paragraph
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part.replaceAll('\n', ' ')));
}
