'use client';
import type { ReactElement } from 'react';
import type { CommonMessages } from './messages.js';

/** A sentence in place of a picture: nothing to look at yet, or a view that the source cannot give. */
export function Message({ children }: { readonly children: string }): ReactElement {
  return (
    <div className="neuroglow__message" role="status">
      {children}
    </div>
  );
}

/** What went wrong, readable, in the component's own box. */
export function ErrorBox({
  error,
  messages,
}: {
  readonly error: unknown;
  readonly messages: CommonMessages;
}): ReactElement {
  return (
    <div className="neuroglow__message" data-kind="error" role="alert">
      {messages.problem} {sentenceOf(error, messages)}
    </div>
  );
}

/** Errors of the library are sentences for people; others come from a value or a callback that it could not use. */
function sentenceOf(error: unknown, messages: CommonMessages): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Error && 'code' in error ? message : messages.unusable(message);
}
