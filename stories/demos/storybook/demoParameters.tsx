import type { Decorator } from '@storybook/react-vite';
import demoCss from '../demo.css?raw';
import demo from '../Demo.tsx?raw';
import saveFile from '../saveFile.ts?raw';
import useUrlState from '../useUrlState.ts?raw';
import { flatFile } from './flatFile.js';
import { mirrorAddress } from './mirrorAddress.js';
import { ShowCode, type DataFile, type SourceFile } from './ShowCode.js';

mirrorAddress();

/** What every demo is made of besides its own files. */
const common: readonly SourceFile[] = [
  { name: 'Demo.tsx', text: demo },
  { name: 'demo.css', text: demoCss },
  { name: 'useUrlState.ts', text: useUrlState },
  { name: 'saveFile.ts', text: saveFile },
];

/** Everything a demo's stories share; the first file is the demo itself. `data`: what it loads. */
export function demoStory(
  files: readonly SourceFile[],
  data: readonly DataFile[] = [],
): {
  parameters: Record<string, unknown>;
  decorators: Decorator[];
} {
  const all = [...files, ...common].map(flatFile);
  return {
    parameters: {
      layout: 'fullscreen',
      controls: { disable: true },
      docs: { source: { code: all[0]?.text, language: 'tsx' } },
    },
    decorators: [
      (Story) => (
        <div style={{ '--demo-corner': '72px' } as React.CSSProperties}>
          <Story />
          <ShowCode files={all} data={data} />
        </div>
      ),
    ],
  };
}
