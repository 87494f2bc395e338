// @vitest-environment node
import { NeuroglowProvider } from '@neuroglow/engine';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { eachComponent } from './suites.js';

// As on a server: there is no document, and React 18 warns of effects that only a document makes silent.
eachComponent(({ Component, name, props, bad, noSource }) => {
  it(`${name} renders on a server, with its styles, without a style attribute and without complaint`, () => {
    expect(typeof document).toBe('undefined');
    const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const styled: typeof props = { ...props, style: { marginTop: 12 } };
    const markup = renderToString(<Component {...styled} />);
    expect(markup).toContain(`neuroglow-${name}`);
    expect(markup).toMatch(/<style>[^<]*div:where\(\.neuroglow\)/);
    expect(markup).not.toContain('style=');
    expect(complain).not.toHaveBeenCalled();
  });

  it(`${name} gives its styles the nonce of the provider, or leaves them to the page`, () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const withNonce = renderToString(
      <NeuroglowProvider nonce="r4nd0m">
        <Component {...props} />
      </NeuroglowProvider>,
    );
    expect(withNonce.match(/<style/g)?.length).toBe(withNonce.match(/<style nonce="r4nd0m"/g)?.length);
    const without = renderToString(
      <NeuroglowProvider inlineStyles={false}>
        <Component {...props} />
      </NeuroglowProvider>,
    );
    expect(without).toContain(`neuroglow-${name}`);
    expect(without).not.toContain('<style');
  });

  if (bad) {
    it(`${name} says on a server what is wrong with bad values`, () => {
      expect(renderToString(<Component {...bad.props} />).replaceAll('<!-- -->', '')).toMatch(bad.says);
    });
  }

  if (noSource) {
    it(`${name} says on a server where there is no source`, () => {
      const Bare = Component as () => React.ReactNode;
      expect(renderToString(<Bare />).replaceAll('<!-- -->', '')).toMatch(noSource);
    });
  }
});
