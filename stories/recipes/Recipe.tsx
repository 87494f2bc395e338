import { TrainingControls } from '@neuroglow/components';
import { NeuroglowProvider, useTraining, type InputReference, type UseTrainingOptions } from '@neuroglow/engine';
import type { ReactElement, ReactNode } from 'react';
import './recipe.css';

export interface RecipeProps {
  readonly title: string;
  /** What to watch for, in a sentence. */
  readonly watch: string;
  readonly children: ReactNode;
}

/** One thing that happens while a network learns, on one screen. */
export function Recipe({ title, watch, children }: RecipeProps): ReactElement {
  return (
    <main className="recipe">
      <header>
        <h1>{title}</h1>
        <p>{watch}</p>
      </header>
      <div className="recipe__runs">{children}</div>
    </main>
  );
}

export interface RunProps {
  /** What sets this run apart. */
  readonly name?: string;
  /** The same object each time. */
  readonly options: UseTrainingOptions;
  readonly input?: InputReference;
  readonly children: ReactNode;
}

/** A run with its controls and its pictures. */
export function Run({ name, options, input, children }: RunProps): ReactElement {
  const session = useTraining(options);
  return (
    <NeuroglowProvider source={session} {...(input ? { defaultInput: input } : {})}>
      <section className="recipe__run" aria-label={name ?? 'Run'}>
        {name !== undefined && <h2>{name}</h2>}
        <TrainingControls show={['commands', 'readings']} />
        {children}
      </section>
    </NeuroglowProvider>
  );
}
