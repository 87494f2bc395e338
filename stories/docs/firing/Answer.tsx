import type { ReactElement } from 'react';
import { caseOf } from '../../data/firingStudy.js';
import { number, percent } from './words.js';

const withDrop = (name: string): string => {
  const { runs, runsWithoutDrops } = caseOf(name);
  return `${runs - runsWithoutDrops} of ${runs}`;
};

/** The answer in three short paragraphs; every number is read from the study's file. */
export function Answer(): ReactElement {
  const two = caseOf('xor 2-2-1');
  const four = caseOf('xor 2-4-1');
  const shapes = caseOf('shapes');
  const digits = caseOf('digits');
  const { excess, ratio, neighbourRatio, eventShare, movementShare, stepShare } = two.hidden;
  const points = (value: number | null): string => number((value ?? NaN) * 100, 0);
  return (
    <>
      <p>
        <strong>Mostly not.</strong> Sudden steps are a habit of the smallest networks. There, neurons do fire and go
        silent in a large step, because that is when everything moves. Firing adds a little to that with two hidden
        neurons, and hardly anything that we could find with four, on shapes or on digits.
      </p>
      <ol>
        <li>
          <strong>Do networks learn in sudden, large steps? Some do.</strong> Xor has a drop after a plateau in{' '}
          {withDrop('xor 2-2-1')} runs with two hidden neurons and in {withDrop('xor 2-4-1')} with four. The adders (
          {withDrop('adder 3 bits')} and {withDrop('adder 5 bits')}) and the spiral with tanh ({withDrop('spiral tanh')}
          ) have none, the spiral with relu has one in {withDrop('spiral relu')}, digits in {withDrop('digits')}, shapes
          in {withDrop('shapes')}. Where there is none, the cost mostly falls fastest from the start.
        </li>
        <li>
          <strong>Do neurons fire or go silent in those steps? As everything else does.</strong> With two hidden
          neurons, {percent(eventShare.value)} of all firing events lie in the drop, which takes{' '}
          {percent(stepShare.value)} of the steps and holds {percent(movementShare.value)} of all movement. Pooled over
          runs, that is {number(ratio.value)} times what movement predicts. But the drop of <em>another</em> run that
          begins at about the same step holds {number(neighbourRatio.value)} times as many. What is left for the run’s
          own drop is {points(excess.value)} in 100 events [{points(excess.low)}, {points(excess.high)}]. With four
          hidden neurons, on shapes and on digits the test finds nothing left; it has little contrast, so a small effect
          may have escaped it. In {percent(1 - (two.dropsWithEvents.value ?? NaN))} and{' '}
          {percent(1 - (four.dropsWithEvents.value ?? NaN))} of xor’s drops no hidden neuron switches at all.
        </li>
        <li>
          <strong>Would one miss it, colouring by bias? On xor no, on pictures yes.</strong> In a drop of xor with two
          hidden neurons the colour of a bias changes by {number(two.inside.bias.value)} of its scale, that of an
          activation by {number(two.inside.activation.value)}. On shapes and digits biases change by{' '}
          {number(shapes.inside.bias.value)} and {number(digits.inside.bias.value)}, activations by{' '}
          {number(shapes.inside.activation.value)} and {number(digits.inside.activation.value)}.
        </li>
      </ol>
    </>
  );
}

/** How long a crossing takes beside how long a drop takes. */
export function Pace(): ReactElement {
  const two = caseOf('xor 2-2-1');
  const four = caseOf('xor 2-4-1');
  return (
    <p>
      From crossing its threshold to leaving the band around it, a neuron takes a median of {number(two.medianDelay, 0)}{' '}
      steps with two hidden neurons and of {number(four.medianDelay, 0)} with four; the drop itself takes{' '}
      {number(two.medianDropLength, 0)} and {number(four.medianDropLength, 0)}. In two colours, on and off, that would
      look sudden.
    </p>
  );
}
