import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { forReaders } from '../../.storybook/readerStories.js';

const file = `import { Dial } from 'dials';
import { numbers } from './numbers.js';
const meta = { title: 'Dial', component: Dial, play: async () => {} } satisfies Meta;
export default meta;
const range = [0, 9];
const unused = 1;
/** Turned by the reader. */
export const Turned: Story = {
  args: { value: 3, label: 'Speed', open: true, range, values: numbers },
  play: async ({ canvas }) => {
    await canvas.getByText(/[)]}/);
  },
};
export const Drawn: Story = {
  render: (args) => <Dial {...args} big />,
  play: async () => {},
};
export const Own: Story = { parameters: { docs: { source: { code: 'mine' } } } };
`;

interface StoryObject {
  readonly play?: unknown;
  readonly parameters: { readonly docs: { readonly source: { readonly code: string } } };
}

/** Evaluates the stories of the transformed file, with stand-ins for what it imports. */
function stories(): Record<'Turned' | 'Drawn' | 'Own', StoryObject> {
  const body = forReaders(file, 'Dial.stories.tsx')
    .replaceAll(/^import .*$/gm, '')
    .replace('export default meta;', '')
    .replace(' satisfies Meta', '')
    .replaceAll(/export const (\w+): Story/g, 'const $1')
    .replace('(args) => <Dial {...args} big />', '() => null');
  return runInNewContext(`(() => { ${body}; return { Turned, Drawn, Own }; })()`, {
    Dial: null,
    numbers: [],
  }) as ReturnType<typeof stories>;
}

describe('stories as readers get them', () => {
  it('have no play function in common either', () => {
    expect(forReaders(file, 'Dial.stories.tsx')).not.toContain('play');
  });

  it('have no play function', () => {
    for (const story of Object.values(stories())) expect(story.play).toBeUndefined();
  });

  it('show JSX with the names of the file and where they come from, not the numbers behind them', () => {
    expect(stories().Turned.parameters.docs.source.code).toBe(
      [
        "import { Dial } from 'dials';",
        "import { numbers } from './numbers.js';",
        'const range = [0, 9];',
        '<Dial value={3} label="Speed" open range={range} values={numbers} />',
      ].join('\n'),
    );
  });

  it('show the story itself where it renders itself, without its test', () => {
    const { code } = stories().Drawn.parameters.docs.source;
    expect(code).toContain('render: (args) => <Dial {...args} big />');
    expect(code).not.toContain('play');
  });

  it('keep the code that a story gives for itself', () => {
    expect(stories().Own.parameters.docs.source.code).toBe('mine');
  });
});
