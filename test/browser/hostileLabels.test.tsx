import { NetworkGraph, type NetworkGraphElement } from '@neuroglow/components';
import { createNetwork, forward } from '@neuroglow/engine';
import { cleanup, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

afterEach(cleanup);

declare global {
  interface Window {
    ranHostileScript?: boolean;
  }
}

const hostile = [
  '<script>top.ranHostileScript = true</script>',
  '"><image href="x" onerror="top.ranHostileScript = true"/>',
  `' onload='top.ranHostileScript = true`,
  ']]><!-- &amp; <![CDATA[',
  '&lt;b&gt; &#0; &unknown;',
  `control ${String.fromCharCode(0, 1, 8, 11, 27, 127)} tab\tline\nend`,
  'high \ud83d low \ude00 alone',
  '\ufffe \uffff \u2028 \u2029',
  '🧠👩‍👩‍👧 emoji',
  'עברית مرحبا ltr',
  '\u202e reversed \u202c',
  '?>{{x}}${y}',
];

async function exported(labels: readonly string[]): Promise<string> {
  const network = createNetwork({
    layers: [2, { neurons: 3, name: labels[0]! }, { neurons: labels.length, labels, name: labels[1]! }],
    outputActivation: 'softmax',
    seed: 4,
  });
  const ref = createRef<NetworkGraphElement>();
  const { container } = render(
    <div style={{ width: 900 }}>
      <NetworkGraph
        ref={ref}
        values={{ network, ...forward(network, Float32Array.of(0.5, 1)) }}
        neuronColor={() => 'rgb(1, 2, 3)'}
        ownColors={labels.map((label) => ({ color: label, label }))}
        messages={{ dashed: labels.join(' ') }}
        aria-label={labels.join(' ')}
        layout="left-right"
        aspect={0.9}
      />
    </div>,
  );
  await screen.findByText(/\d+ of \d+ connections/, {}, { timeout: 15_000 });
  const stage = container.querySelector('.neuroglow-network-graph__stage')!;
  await expect.poll(() => stage.hasAttribute('data-fresh')).toBe(false);
  return ref.current!.toSVG();
}

describe('an exported graph with hostile labels', () => {
  it('stays well-formed XML, has every label as a text, and no element or attribute of theirs', async () => {
    const svg = await exported(hostile);
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')?.textContent ?? null).toBeNull();
    const names = new Set([...parsed.querySelectorAll('*')].map(({ localName }) => localName));
    for (const name of ['script', 'b', 'foreignObject', 'style', 'a']) expect(names, name).not.toContain(name);
    for (const element of parsed.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on/i);
    }
    const words = [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent).join('\n');
    for (const label of ['🧠👩‍👩‍👧 emoji', 'עברית مرحبا ltr', '?>{{x}}${y}']) expect(words).toContain(label);
    expect(parsed.querySelector('title')!.textContent).toContain('<script>');
  });

  it('runs no script where it is opened as a page', async () => {
    const svg = await exported(hostile);
    const frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(frame.contentDocument!.documentElement.localName).toBe('svg');
    frame.remove();
    expect(window.ranHostileScript).toBeUndefined();
  });

  it('can be drawn as a PNG', async () => {
    const svg = await exported(hostile);
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    await image.decode();
    expect(image.naturalWidth).toBe(900);
  });
});
