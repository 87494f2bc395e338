import { adderDataset, logicGateDataset, logicGates } from '@neuroglow/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { TruthTable } from './TruthTable.js';

const meta = {
  title: 'Reference/Data sets/Tables',
  component: TruthTable,
  args: { caption: '', dataset: logicGateDataset('and'), inputNames: ['x', 'y'], targetNames: ['x and y'] },
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof TruthTable>;

export default meta;
type Story = StoryObj<typeof meta>;

/** `logicGateDataset`: the smallest things to learn. Of these six only xor and xnor need a hidden layer. */
export const LogicGates: Story = {
  render: () => (
    <div className="dataset dataset__gallery">
      {logicGates.map((gate) => (
        <TruthTable
          key={gate}
          caption={gate}
          dataset={logicGateDataset(gate)}
          inputNames={['x', 'y']}
          targetNames={[`x ${gate} y`]}
        />
      ))}
    </div>
  ),
  play: async ({ canvasElement }) => {
    const table = within(canvasElement).getByRole('region', { name: 'nand' });
    const cells = within(table).getAllByRole('cell');
    const targets = cells.filter((_, k) => k % 3 === 2).map(({ textContent }) => textContent);
    await expect(targets).toEqual(['1', '1', '1', '0']);
  },
};

/** `adderDataset`: two numbers of two bits, lowest bit first. Where the sum does not fit, every target is 1, as in nn.h. */
export const Adder: Story = {
  args: {
    caption: 'Adding two numbers of two bits, lowest bit first: all 16 pairs',
    dataset: adderDataset({ bits: 2 }),
    inputNames: ['x₀', 'x₁', 'y₀', 'y₁'],
    targetNames: ['s₀', 's₁', 'overflow'],
    note: ([x0 = 0, x1 = 0, y0 = 0, y1 = 0], [s0 = 0, s1 = 0, overflow = 0]) =>
      `${String(x0 + 2 * x1)} + ${String(y0 + 2 * y1)} ${overflow === 1 ? 'overflows' : `= ${String(s0 + 2 * s1)}`}`,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByRole('row')).toHaveLength(17);
    await expect(canvas.getByRole('row', { name: '1 0 0 1 1 1 0 1 + 2 = 3' })).toBeInTheDocument();
    await expect(canvas.getByRole('row', { name: '1 1 1 0 1 1 1 3 + 1 overflows' })).toBeInTheDocument();
  },
};
