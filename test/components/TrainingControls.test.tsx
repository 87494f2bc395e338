import { TrainingControls } from '@neuroglow/components';
import { createNetwork, createTraining, NeuroglowError } from '@neuroglow/engine';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { scriptedSource } from './scriptedSource.js';

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('TrainingControls', () => {
  it('starts until the given stop, pauses, steps and resets', async () => {
    const source = scriptedSource();
    render(<TrainingControls source={source} until={{ epoch: 3 }} stepCount={5} />);
    await userEvent.click(button('Start'));
    await userEvent.click(button('Step'));
    await userEvent.click(button('Reset'));
    source.update({ status: 'running' });
    await userEvent.click(button('Pause'));
    expect(source.calls).toEqual([['start', { epoch: 3 }], ['step', 5], ['reset'], ['pause']]);
  });

  it('starts a run that has stopped without the condition at which it stopped', async () => {
    const source = scriptedSource({ snapshot: { status: 'finished' } });
    render(<TrainingControls source={source} until={{ epoch: 3 }} />);
    await userEvent.click(button('Start'));
    expect(source.calls).toEqual([['start', undefined]]);
  });

  it('goes on with a session that has stopped at its own condition', async () => {
    const session = createTraining({
      network: createNetwork({ layers: [1, 1] }),
      dataset: { inputs: [0, 1], targets: [0, 1], rows: 2 },
      until: { step: 20 },
      worker: false,
    });
    render(<TrainingControls source={session} />);
    await userEvent.click(button('Start'));
    await waitFor(() => expect(session.getSnapshot()).toMatchObject({ status: 'finished', step: 20 }));
    await userEvent.click(await screen.findByRole('button', { name: 'Start' }));
    await waitFor(() => expect(session.getSnapshot().step).toBeGreaterThan(20));
    session.dispose();
  });

  it('cannot step what runs, nor go on where a run has diverged', () => {
    const source = scriptedSource({ snapshot: { status: 'running' } });
    render(<TrainingControls source={source} />);
    expect(button('Step')).toBeDisabled();
    source.update({
      status: 'diverged',
      error: new NeuroglowError('not-finite', 'The cost grew without bound; lower the rate.'),
    });
    expect(button('Start')).toBeDisabled();
    expect(button('Reset')).toBeEnabled();
    expect(screen.getByRole('alert')).toHaveTextContent('The cost grew without bound; lower the rate.');
    expect(screen.getByRole('status')).toHaveTextContent('diverged');
  });

  it('tells step, epoch, cost and held-out accuracy', () => {
    const source = scriptedSource({
      snapshot: { step: 4310, epoch: 96, cost: 0.0417, validation: { step: 4300, cost: 0.05, accuracy: 0.964 } },
    });
    render(<TrainingControls source={source} />);
    const readings = screen.getAllByRole('definition').map((reading) => reading.textContent);
    expect(readings).toEqual(['ready', '4,310', '96', '0.0417', '96.4%']);
  });

  it('leaves accuracy out where targets are no classes', () => {
    render(
      <TrainingControls source={scriptedSource({ snapshot: { validation: { step: 1, cost: 1, accuracy: null } } })} />,
    );
    expect(screen.queryByText('held-out accuracy')).not.toBeInTheDocument();
  });

  it('changes rate, seed and speed', async () => {
    const source = scriptedSource();
    render(<TrainingControls source={source} />);
    const rate = screen.getByRole('spinbutton', { name: 'learning rate' });
    await userEvent.clear(rate);
    await userEvent.type(rate, '0,05{Enter}');
    await userEvent.type(screen.getByRole('spinbutton', { name: 'seed' }), '{ArrowUp}');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'speed' }), '10 steps a frame');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'speed' }), '1 step a frame');
    expect(source.calls).toEqual([
      ['setHyperparameters', { learningRate: 0.05 }],
      ['reset', { seed: 8 }],
      ['setPace', 10],
      ['setPace', 1],
    ]);
  });

  it('refuses what is no rate, says why, and gives the former back', async () => {
    const source = scriptedSource();
    render(<TrainingControls source={source} />);
    const rate = screen.getByRole('spinbutton', { name: 'learning rate' });
    await userEvent.clear(rate);
    await userEvent.type(rate, '-1{Enter}');
    expect(rate).toBeInvalid();
    expect(rate).toHaveAccessibleDescription('A learning rate is a number greater than 0.');
    await userEvent.tab();
    expect(rate).toHaveValue('0.5');
    expect(source.calls).toEqual([]);
  });

  it('says why a command was refused', async () => {
    render(<TrainingControls source={scriptedSource({ refusal: 'This run cannot be started.' })} />);
    await userEvent.click(button('Start'));
    expect(await screen.findByRole('alert')).toHaveTextContent('This run cannot be started.');
  });

  it('has nothing to press where the source cannot be steered', () => {
    render(<TrainingControls source={scriptedSource({ controls: false })} />);
    const group = within(screen.getByRole('group', { name: 'Training' }));
    expect(group.queryByRole('button')).not.toBeInTheDocument();
    expect(group.queryByRole('spinbutton')).not.toBeInTheDocument();
    expect(group.getByText('ready', { selector: 'dd' })).toBeInTheDocument();
  });

  it('shows only the parts asked for', () => {
    render(<TrainingControls source={scriptedSource()} show={['commands', 'seed']} />);
    expect(button('Start')).toBeInTheDocument();
    expect(screen.getByRole('spinbutton', { name: 'seed' })).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    expect(screen.queryByRole('definition')).not.toBeInTheDocument();
  });
});
