import { TrainingControls, type NetworkGraphElement, type TrainingControlsPart } from '@neuroglow/components';
import { useSource } from '@neuroglow/engine';
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import './demo.css';
import { saveFile } from './saveFile.js';

export interface DemoProps {
  readonly title: string;
  /** One sentence: what to watch for. */
  readonly watch: ReactNode;
  /** The graph that S saves as a picture. */
  readonly graph: RefObject<NetworkGraphElement | null>;
  /** Controls of this demo alone, in the bar. */
  readonly settings?: ReactNode;
  /** What the settings' menu offers. @default learning rate, seed and speed */
  readonly menu?: readonly TrainingControlsPart[];
  /** More of this demo alone, in the settings' menu. */
  readonly extra?: ReactNode;
  /** Where the data come from. */
  readonly credits?: ReactNode;
  /** Under the pictures, over the whole width. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

const wholeMenu: readonly TrainingControlsPart[] = ['learningRate', 'seed', 'speed'];

/**
 * The frame of a demo, one screen high where there is room: a slim bar that stays, a sentence, and the pictures. Space starts and pauses, R
 * resets, S saves the network as a PNG. Belongs inside a `NeuroglowProvider`.
 */
export function Demo(props: DemoProps): ReactElement {
  const { title, watch, graph, settings, menu = wholeMenu, extra, credits, below, children } = props;
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const save = (): void => {
    if (!graph.current) return;
    graph.current.toPNG().then(
      (png) => {
        saveFile(png, `${title.toLowerCase().replaceAll(/\W+/g, '-')}.png`);
        setProblem(null);
      },
      (error: unknown) => {
        setProblem(`The picture could not be saved: ${String(error)}`);
      },
    );
  };
  useShortcuts(save);
  return (
    <main className="demo" aria-labelledby={`${id}-title`}>
      <header className="demo__bar">
        <h1 id={`${id}-title`}>{title}</h1>
        <TrainingControls className="demo__controls" show={['commands', 'readings']} />
        {settings}
        <div className="demo__tools">
          <button type="button" className="demo__button" popoverTarget={`${id}-settings`}>
            Settings
          </button>
          <button type="button" className="demo__button" aria-keyshortcuts="S" onClick={save}>
            Save picture
          </button>
        </div>
        <div id={`${id}-settings`} popover="auto" className="demo__popover">
          <TrainingControls show={menu} aria-label="Training settings" />
          {extra}
          <p>
            <kbd>Space</kbd> starts and pauses, <kbd>R</kbd> resets, <kbd>S</kbd> saves a picture.
          </p>
          {credits && <p>{credits}</p>}
        </div>
      </header>
      <p className="demo__watch">{watch}</p>
      {problem !== null && (
        <p className="demo__watch" role="alert">
          {problem}
        </p>
      )}
      <div className="demo__main">{children}</div>
      {below !== undefined && <div className="demo__below">{below}</div>}
    </main>
  );
}

/** Space, R and S, wherever the focus is, except where somebody types or a control needs the key itself. */
function useShortcuts(save: () => void): void {
  const source = useSource();
  const controls = source?.controls;
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.matches('input:not([type="range"]), textarea, select, [contenteditable]')) return;
      // A focused button answers to Space itself.
      const isSpace = event.key === ' ' && !target.matches('button, a, summary, label, [role="button"], input');
      if (isSpace) {
        const isRunning = source?.getSnapshot().status === 'running';
        // A command that fails shows in the status beside the button.
        (isRunning ? controls?.pause?.() : controls?.start?.())?.catch(() => undefined);
      } else if (event.key === 'r') controls?.reset?.().catch(() => undefined);
      else if (event.key === 's') latest.current();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [source, controls]);
}

export interface DemoPanelProps {
  readonly title: string;
  /** Where a tab above says the title already. */
  readonly isTitleHidden?: boolean;
  readonly note?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled part of a demo. */
export function DemoPanel(props: DemoPanelProps): ReactElement {
  const { title, isTitleHidden = false, note, className = '', children } = props;
  const id = useId();
  return (
    <section className={`demo__panel ${className}`} aria-labelledby={id}>
      <h2 id={id}>
        <span className={isTitleHidden ? 'demo__hidden' : undefined}>{title}</span>
        {note !== undefined && <small>{note}</small>}
      </h2>
      {children}
    </section>
  );
}
