'use client';
import type { NetworkDescription, TrainingSource } from '@neuroglow/engine';
import type { ReactElement } from 'react';
import { Message } from '../../shared/Message.js';
import type { NumberFormat } from '../../shared/number.js';
import { useRoot } from '../../shared/Root.js';
import type { NetworkGraphMessages } from '../messages.js';
import { useGraph } from '../graphContext.js';
import { updateRuleOf } from './updateRule.js';
import type { Pass } from './usePass.js';

/** Plays a pass, or shows it a stop at a time. Jumps instead of moving where motion is unwanted. */
export function PassControls(): ReactElement {
  const { pass, source, network, words, slot } = useGraph((graph) => graph);
  const { theme, format } = useRoot();
  const isShown = pass.stage !== null;
  return (
    <div className={slot('pass')} role="group" aria-label={words.pass}>
      {!theme.reducedMotion && (
        <button
          type="button"
          className={slot('tool')}
          aria-label={pass.playing ? words.stop : words.play}
          onClick={pass.play}
        >
          {pass.playing ? '❚❚' : '▶'}
        </button>
      )}
      <button type="button" className={slot('tool')} aria-disabled={!isShown} onClick={pass.back}>
        {words.back}
      </button>
      <button type="button" className={slot('tool')} onClick={pass.next}>
        {words.step}
      </button>
      {isShown && (
        <button type="button" className={slot('tool')} onClick={pass.end}>
          {words.done}
        </button>
      )}
      <span role="status">{sentence(pass, network, source, words, format)}</span>
      {pass.error !== null && <Message>{pass.error}</Message>}
    </div>
  );
}

/** Where the pass has come to, and of which step it is. */
function sentence(
  { stage, step, cost }: Pass,
  { layers }: NetworkDescription,
  source: TrainingSource | null,
  words: NetworkGraphMessages,
  format: NumberFormat,
): string {
  if (stage === null) return '';
  const rule = stage.phase === 'update' ? updateRuleOf(source) : null;
  const detail =
    stage.phase === 'cost'
      ? cost === null
        ? ''
        : words.costIs(cost, format)
      : stage.phase === 'update'
        ? rule
          ? words.updateIs(rule.rate, rule.isOwn, format)
          : ''
        : (layers[stage.layer]?.name ?? '');
  return words.passIs(words.phases[stage.phase], detail, step, format);
}
