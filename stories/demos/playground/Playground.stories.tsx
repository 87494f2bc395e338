import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import { reading } from '../reading.js';
import { demoStory } from '../storybook/demoParameters.js';
import controls from './Controls.tsx?raw';
import dataChoice from './DataChoice.tsx?raw';
import dataSettings from './DataSettings.tsx?raw';
import hiddenControls from './HiddenControls.tsx?raw';
import networkSettings from './NetworkSettings.tsx?raw';
import ownData from './ownData.ts?raw';
import ownDataForm from './OwnDataForm.tsx?raw';
import css from './playground.css?raw';
import { PlaygroundDemo } from './PlaygroundDemo.js';
import source from './PlaygroundDemo.tsx?raw';
import playgroundState from './playgroundState.ts?raw';
import playgroundTraining from './playgroundTraining.ts?raw';
import pointSets from './pointSets.ts?raw';
import roundMap from './RoundMap.tsx?raw';
import trainingSettings from './TrainingSettings.tsx?raw';
import useOwnPoints from './useOwnPoints.ts?raw';

const meta = {
  title: 'Demos/Playground',
  component: PlaygroundDemo,
  tags: ['!autodocs'],
  ...demoStory([
    { name: 'PlaygroundDemo.tsx', text: source },
    { name: 'playground.css', text: css },
    { name: 'playgroundState.ts', text: playgroundState },
    { name: 'playgroundTraining.ts', text: playgroundTraining },
    { name: 'pointSets.ts', text: pointSets },
    { name: 'RoundMap.tsx', text: roundMap },
    { name: 'NetworkSettings.tsx', text: networkSettings },
    { name: 'TrainingSettings.tsx', text: trainingSettings },
    { name: 'DataSettings.tsx', text: dataSettings },
    { name: 'DataChoice.tsx', text: dataChoice },
    { name: 'HiddenControls.tsx', text: hiddenControls },
    { name: 'Controls.tsx', text: controls },
    { name: 'OwnDataForm.tsx', text: ownDataForm },
    { name: 'ownData.ts', text: ownData },
    { name: 'useOwnPoints.ts', text: useOwnPoints },
  ]),
} satisfies Meta<typeof PlaygroundDemo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Build a network while it learns, and see what each neuron makes of the plane. */
export const Playground: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const patience = { timeout: 30_000 };
    await userEvent.click(await canvas.findByRole('button', { name: 'Start' }, patience));
    await waitFor(() => expect(reading(canvasElement, 'step')).toBeGreaterThan(60), patience);

    // A lesson's link shows only the controls that it speaks of.
    await userEvent.click(canvas.getByRole('button', { name: 'Settings' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'noise' }));
    await waitFor(() => expect(canvas.queryByRole('slider', { name: /Noise/ })).toBeNull());
    await waitFor(() => expect(location.hash).toContain('hide_noise'));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'noise' }));
    await expect(await canvas.findByRole('slider', { name: /Noise/ })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Settings' }));

    // Learning rate and regularisation take effect in the midst of the run.
    await userEvent.selectOptions(canvas.getByLabelText('Learning rate'), '0.1');
    await userEvent.selectOptions(canvas.getByLabelText('Regularisation'), 'l2');
    await expect(canvas.getByLabelText('Its rate')).toHaveValue('0.001');
    await waitFor(() => expect(location.hash).toMatch(/rate_0\.1.*penalty_l2/));
    await expect(reading(canvasElement, 'step')).toBeGreaterThan(60);

    // Layers and neurons come while it runs; so do inputs, and the plane stays one of x and y.
    await userEvent.click(canvas.getByRole('button', { name: 'More hidden layers' }));
    await userEvent.click(canvas.getByRole('button', { name: 'More neurons of hidden layer 3' }));
    await expect(await canvas.findByText(/^hidden 3/, undefined, patience)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'x·y' }));
    await userEvent.click(canvas.getByRole('button', { name: 'x' }));
    await userEvent.click(canvas.getByRole('button', { name: 'y' }));
    await expect(canvas.getByText('x across, y up')).toBeVisible();
    await canvas.findByRole('button', { name: 'Pause' }, patience);
    await waitFor(() => expect(location.hash).toMatch(/features_xy\*hidden_4\.2\.3/));
    await waitFor(() => expect(reading(canvasElement, 'step')).toBeGreaterThan(5), patience);

    // Another data set and split, and the rows held out; slowly, so that numbers do not diverge.
    await userEvent.selectOptions(canvas.getByLabelText('Learning rate'), '0.003');
    await userEvent.click(canvas.getByRole('radio', { name: 'Six bumps, regression' }));
    await fireEvent.change(canvas.getByLabelText(/^Rows to learn from/), { target: { value: '80' } });
    await userEvent.click(canvas.getByRole('radio', { name: 'Test' }));
    await expect(canvas.getByText(/^960 rows learned, 240 held out/)).toBeVisible();
    await waitFor(() => expect(location.hash).toMatch(/data_bumps\*training_80.*points_test/));

    location.hash = '';
    await canvas.findByText(/^250 rows learned/);
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.click(await canvas.findByRole('button', { name: 'Pause' }, patience));
    await userEvent.click(await canvas.findByRole('button', { name: 'Reset' }, patience));
    (document.activeElement as HTMLElement | null)?.blur();
  },
};

const csv = `width,height,kind
${Array.from({ length: 30 }, (_, k) => `${String(40 + k)},${String((k % 3) * 10 + k / 10)},${['pebble', 'shell', 'stick'][k % 3]!}`).join('\n')}`;

/** A reader's own file: two columns span the plane, a third is learned. */
export const OwnFile: Story = {
  tags: ['!dev', '!autodocs'],
  beforeEach: () => {
    location.hash = '#net=data_own*hidden_3';
    return () => {
      location.hash = '';
      localStorage.removeItem('neuroglow-playground-csv');
    };
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const patience = { timeout: 30_000 };
    const field = await canvas.findByLabelText('CSV file with a header line', undefined, patience);
    await userEvent.upload(field, new File([csv], 'beach.csv', { type: 'text/csv' }));
    await expect(await canvas.findByText(/±5 is width 40…69, height 0…22\.9/, undefined, patience)).toBeVisible();
    await expect(canvas.getByLabelText('Learn')).toHaveValue('kind');
    await expect(await canvas.findByRole('grid', { name: 'output, 3 neurons' }, patience)).toBeVisible();
    await userEvent.selectOptions(canvas.getByLabelText('Learn'), 'height');
    await userEvent.selectOptions(canvas.getByLabelText('as'), 'numbers');
    await expect(await canvas.findByRole('grid', { name: 'output, 1 neuron' }, patience)).toBeVisible();
    await userEvent.selectOptions(canvas.getByLabelText('Up'), 'kind');
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/column "kind": expected a number, got "pebble"/);
    (document.activeElement as HTMLElement | null)?.blur();
  },
};
