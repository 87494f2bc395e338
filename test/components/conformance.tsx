import { act, render, screen } from '@testing-library/react';
import { createRef, StrictMode, type ComponentType, type CSSProperties, type RefAttributes } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { ScriptedSource } from './scriptedSource.js';

/** The props that every component takes. */
interface ConformingProps extends RefAttributes<HTMLDivElement> {
  readonly source?: ScriptedSource | null;
  readonly id?: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly locale?: string;
  readonly messages?: object;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

export interface Conformance<P extends object> {
  readonly Component: ComponentType<P>;
  /** As in its class names. */
  readonly name: string;
  /** Its name by default. */
  readonly label: string;
  /** Something good to show. */
  readonly props: P;
  /** Something that cannot be shown, and what is said of it; null for a component that takes no values. */
  readonly bad: { readonly props: P; readonly says: RegExp } | null;
  /** What stands where there is no source; null for a component that needs none. */
  readonly noSource: RegExp | null;
  /** Words that an override of a message changes; the message, and where the word shows. */
  readonly word: { readonly messages: object; readonly says: RegExp };
  /** A number as German writes it. */
  readonly german: { readonly props: P; readonly says: RegExp } | null;
}

/** What every component promises, whatever it shows. */
export function describeConformance<P extends object>(suite: Conformance<P>): void {
  const { name, label, bad, noSource, word, german } = suite;
  // What this suite adds is among the props of every component: that is what it tests.
  const Component = suite.Component as ComponentType<ConformingProps>;
  const props: ConformingProps = suite.props;

  describe(`${name} conforms`, () => {
    it('is one element with a name of its own', () => {
      render(<Component {...props} />);
      expect(screen.getByRole('group', { name: label })).toHaveClass('neuroglow', `neuroglow-${name}`);
    });

    it('takes id, class name, style and aria attributes', () => {
      render(
        <Component
          {...props}
          id="mine"
          className="own"
          style={{ marginTop: 12 }}
          aria-label="Named by the page"
          aria-describedby="elsewhere"
        />,
      );
      const element = screen.getByRole('group', { name: 'Named by the page' });
      expect(element).toHaveAttribute('id', 'mine');
      expect(element).toHaveClass('own');
      expect(element).toHaveStyle({ marginTop: '12px' });
      expect(element).toHaveAttribute('aria-describedby', 'elsewhere');
    });

    it('fills a ref before effects of its parent run, and empties it', () => {
      const ref = createRef<HTMLDivElement>();
      const { unmount } = render(<Component {...props} ref={ref} />);
      expect(ref.current).toBe(screen.getByRole('group', { name: label }));
      unmount();
      expect(ref.current).toBeNull();
    });

    it('calls a function ref with the element, and a render later not again', () => {
      const ref = vi.fn();
      const { rerender, unmount } = render(<Component {...props} ref={ref} />);
      rerender(<Component {...props} ref={ref} />);
      expect(ref).toHaveBeenCalledTimes(1);
      unmount();
      expect(ref).toHaveBeenLastCalledWith(null);
    });

    it('survives being mounted twice, as under StrictMode', () => {
      const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const { unmount } = render(
        <StrictMode>
          <Component {...props} />
        </StrictMode>,
      );
      unmount();
      expect(complain).not.toHaveBeenCalled();
    });

    it('hydrates what a server rendered, without complaint', async () => {
      const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const markup = renderToString(<Component {...props} style={{ marginTop: 12 }} />);
      // What React 18 says of effects on a server where there is a document is no server's complaint.
      complain.mockClear();
      const container = document.createElement('div');
      container.innerHTML = markup;
      document.body.append(container);
      const root = await act(async () => {
        const hydrated = hydrateRoot(container, <Component {...props} style={{ marginTop: 12 }} />);
        await Promise.resolve();
        return hydrated;
      });
      expect(container.firstElementChild).toHaveStyle({ marginTop: '12px' });
      act(() => root.unmount());
      container.remove();
      expect(complain).not.toHaveBeenCalled();
    });

    it('mounts where nothing can be measured, painted or matched', () => {
      // jsdom has none of these as it is; a polyfill of the test runner must not hide a need for them.
      vi.stubGlobal('ResizeObserver', undefined);
      vi.stubGlobal('IntersectionObserver', undefined);
      vi.stubGlobal('matchMedia', undefined);
      vi.stubGlobal('Worker', undefined);
      render(<Component {...props} />);
      expect(screen.getByRole('group', { name: label })).toBeInTheDocument();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    });

    it('says which theme it is told to have', () => {
      const { rerender } = render(<Component {...props} theme="dark" />);
      const element = screen.getByRole('group', { name: label });
      expect(element).toHaveAttribute('data-neuroglow-theme', 'dark');
      rerender(<Component {...props} theme="light" />);
      expect(element).toHaveAttribute('data-neuroglow-theme', 'light');
    });

    it('lets its words be replaced', () => {
      render(<Component {...props} messages={word.messages} />);
      const element = screen.getByRole('group');
      expect(element.outerHTML).toMatch(word.says);
    });

    if (german) {
      it('writes numbers as the locale does', () => {
        render(<Component {...german.props} locale="de" />);
        expect(screen.getByRole('group').textContent).toMatch(german.says);
      });
    }

    if (noSource) {
      it('says so where there is no source', () => {
        render(<Component />);
        expect(screen.getByRole('status')).toHaveTextContent(noSource);
      });
    }

    if (bad) {
      it('says in its own box what is wrong with bad values, and recovers; neighbours stay', () => {
        const { rerender } = render(
          <>
            <p>neighbour</p>
            <Component {...bad.props} />
          </>,
        );
        expect(screen.getByRole('alert')).toHaveTextContent(bad.says);
        expect(screen.getByText('neighbour')).toBeInTheDocument();
        rerender(
          <>
            <p>neighbour</p>
            <Component {...props} />
          </>,
        );
        expect(screen.queryByRole('alert')).not.toBeInTheDocument();
      });
    }
  });
}
