'use client';
import { Component, type ReactNode } from 'react';
import { ErrorBox } from './Message.js';
import type { CommonMessages } from './messages.js';

interface ErrorBoundaryProps {
  readonly messages: CommonMessages;
  /** Anything that, once changed, makes another attempt worthwhile: the component's props. */
  readonly attempt: unknown;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
  readonly failed: boolean;
  readonly attempt: unknown;
}

/** Keeps a component's failure in its own box: neighbours stay mounted, and new props get a new chance. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, failed: false, attempt: this.props.attempt };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error, failed: true };
  }

  static getDerivedStateFromProps(
    { attempt }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return state.failed && attempt !== state.attempt ? { failed: false, error: null, attempt } : { attempt };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ErrorBox error={this.state.error} messages={this.props.messages} />;
  }
}
