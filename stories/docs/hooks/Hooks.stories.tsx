import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { HookPage } from './HookPage.js';

const meta = {
  title: 'Reference/Hooks',
  component: HookPage,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('heading', { level: 1, name: args.hook })).toBeVisible();
    const example = within(await canvas.findByRole('group', { name: `Example of ${args.hook}` }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Step' }));
    // Every example says in words what its hook gave it.
    await waitFor(() => expect(example.getAllByRole('status')[0]).not.toBeEmptyDOMElement(), { timeout: 15_000 });
    await expect(example.queryByRole('alert')).toBeNull();
  },
} satisfies Meta<typeof HookPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const UseTraining: Story = { name: 'useTraining', args: { hook: 'useTraining' } };
export const UseTrainingState: Story = { name: 'useTrainingState', args: { hook: 'useTrainingState' } };
export const UseActivations: Story = { name: 'useActivations', args: { hook: 'useActivations' } };
export const UseParameters: Story = { name: 'useParameters', args: { hook: 'useParameters' } };
export const UseInputWeights: Story = { name: 'useInputWeights', args: { hook: 'useInputWeights' } };
export const UseResponseMaps: Story = { name: 'useResponseMaps', args: { hook: 'useResponseMaps' } };
export const UseScalars: Story = { name: 'useScalars', args: { hook: 'useScalars' } };
export const UseDrops: Story = { name: 'useDrops', args: { hook: 'useDrops' } };
export const UseMetrics: Story = { name: 'useMetrics', args: { hook: 'useMetrics' } };
export const UseInput: Story = { name: 'useInput', args: { hook: 'useInput' } };
export const UseSelection: Story = { name: 'useSelection', args: { hook: 'useSelection' } };
export const UseHover: Story = { name: 'useHover', args: { hook: 'useHover' } };
export const UseCursor: Story = { name: 'useCursor', args: { hook: 'useCursor' } };
export const UseTimeline: Story = { name: 'useTimeline', args: { hook: 'useTimeline' } };
export const UseNetwork: Story = { name: 'useNetwork', args: { hook: 'useNetwork' } };
export const UseSource: Story = { name: 'useSource', args: { hook: 'useSource' } };
export const UseSupport: Story = { name: 'useSupport', args: { hook: 'useSupport' } };
export const UseViewer: Story = { name: 'useViewer', args: { hook: 'useViewer' } };
export const UseView: Story = { name: 'useView', args: { hook: 'useView' } };
export const UseViews: Story = { name: 'useViews', args: { hook: 'useViews' } };
export const UseFrame: Story = { name: 'useFrame', args: { hook: 'useFrame' } };
