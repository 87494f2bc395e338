'use client';
import { useInput, type NetworkDescription, type PassesFrame, type TrainingSource } from '@neuroglow/engine';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { ErrorBox } from '../shared/Message.js';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import type { NetworkGraphMessages } from './messages.js';
import type { NetworkGraphSlot } from './NetworkGraph.js';
import type { NumbersStore } from './numbers.js';
import { passStages, type PassStage } from './pass.js';
import type { PictureController } from './pictureController.js';
import { updateRuleOf, type UpdateRule } from './updateLines.js';

export interface PassControlsProps {
  readonly kind: 'forward' | 'training';
  readonly controller: PictureController;
  readonly store: NumbersStore;
  readonly source: TrainingSource | null;
  readonly network: NetworkDescription;
  readonly words: NetworkGraphMessages;
  readonly slot: SlotNames<NetworkGraphSlot>;
  /** Told what is being shown of training, so that the arithmetic says it too. */
  readonly onStage: (stage: PassStage | null) => void;
}

/** Milliseconds from one layer to the next. */
const PER_LAYER = 900;

/** Lets one input flow through the network: played, or a step at a time. Jumps instead of moving where motion is unwanted. */
export function PassControls(props: PassControlsProps): ReactElement {
  const { kind, controller, store, source, network, words, slot, onStage } = props;
  const { theme, format } = useRoot();
  const [input] = useInput(source);
  const stages = passStages(network.layers.length, kind);
  const [at, setAt] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const [pass, setPass] = useState<PassesFrame | null>(null);
  const [error, setError] = useState<unknown>(null);
  const front = useRef<number | null>(null);
  const stage = at === null ? null : (stages[at] ?? null);

  const begin = (): void => {
    if (kind !== 'training' || !source || !input) return;
    const view = { kind: 'passes', input } as const;
    const support = source.supports(view);
    if (support !== true) {
      setError(support.reason);
      return;
    }
    source.read(view).then(
      (frame) => {
        setError(null);
        setPass(frame);
        store.update({ deltas: deltasOf(frame, network) });
      },
      (reason: unknown) => setError(reason),
    );
  };
  const go = (next: number | null): void => {
    if (at === null && next !== null) begin();
    if (next === null || next >= stages.length) {
      setAt(null);
      setPlaying(false);
    } else {
      setAt(Math.max(0, next));
    }
  };
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });

  // Moves the front to where the stage says, then on to the next stage while playing.
  useEffect(() => {
    onStage(stage);
    if (stage === null) {
      front.current = null;
      controller.emphasize({ wave: null, wavesBackward: false });
      return;
    }
    const from = front.current ?? stage.wave;
    const started = performance.now();
    const duration = theme.reducedMotion ? 0 : PER_LAYER * 0.8;
    let frame = 0;
    const move = (now: number): void => {
      const share = duration === 0 ? 1 : Math.min(1, (now - started) / duration);
      front.current = from + (stage.wave - from) * share;
      controller.emphasize({ wave: front.current, wavesBackward: stage.backward });
      if (share < 1) frame = requestAnimationFrame(move);
    };
    frame = requestAnimationFrame(move);
    const timer = playing ? setTimeout(() => latest.current((at ?? 0) + 1), PER_LAYER) : undefined;
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    // The stage is what `at` says.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at, playing, controller, theme.reducedMotion]);
  useEffect(() => () => controller.emphasize({ wave: null, wavesBackward: false }), [controller]);

  return (
    <div className={slot('tools')} role="group" aria-label={words.pass}>
      {!theme.reducedMotion && (
        <button
          type="button"
          className={slot('tool')}
          aria-label={playing ? words.stop : words.play}
          onClick={() => {
            setPlaying(!playing);
            if (!playing && at === null) go(0);
          }}
        >
          {playing ? '❚❚' : '▶'}
        </button>
      )}
      <button
        type="button"
        className={slot('tool')}
        aria-disabled={at === null}
        onClick={() => at !== null && go(at === 0 ? null : at - 1)}
      >
        {words.back}
      </button>
      <button type="button" className={slot('tool')} onClick={() => go(at === null ? 0 : at + 1)}>
        {words.step}
      </button>
      <span role="status">{stage && sentence(stage, network, pass, updateRuleOf(source), words, format)}</span>
      {error !== null && <ErrorBox error={error} messages={words} />}
    </div>
  );
}

function sentence(
  stage: PassStage,
  { layers }: NetworkDescription,
  pass: PassesFrame | null,
  rule: UpdateRule | null,
  words: NetworkGraphMessages,
  format: ReturnType<typeof useRoot>['format'],
): string {
  const phase = words.phases[stage.phase];
  if (stage.phase === 'cost') return `${phase}: ${pass ? words.costIs(pass.cost, format) : ''}`;
  if (stage.phase === 'update') return `${phase}: ${rule ? words.updateIs(rule.rate, rule.isOwn, format) : ''}`;
  return `${phase}: ${layers[stage.layer]?.name ?? ''}`;
}

function deltasOf(pass: PassesFrame, { layers }: NetworkDescription): Float32Array[] {
  const deltas = layers.map(({ neurons }, layer) => new Float32Array(layer === 0 ? 0 : neurons));
  for (const { layer, neuron, delta } of pass.forward) {
    const into = deltas[layer];
    if (into) into[neuron] = delta;
  }
  return deltas;
}
