import { LearningTrace } from '@neuroglow/components';
import type { ReactElement } from 'react';
import { firingStudy } from '../../data/firingStudy.js';

/** A run of the study to scrub through. */
export function Example({ index }: { readonly index: number }): ReactElement {
  const example = firingStudy.examples[index]!;
  return (
    <figure className="study">
      <figcaption>
        {example.name}, seed {example.seed}, input ({example.probe.join(', ')}): its first{' '}
        {example.steps[example.steps.length - 1]} steps.
      </figcaption>
      <LearningTrace values={example} aria-label={`Learning trace of ${example.name}`} />
    </figure>
  );
}
