'use client';
import { useCursor } from '@neuroglow/engine';
import { useState, type ReactElement } from 'react';
import { LegendList } from '../shared/legend/LegendList.js';
import type { LegendEntry } from '../shared/legend/legendEntry.js';
import { useRoot } from '../shared/Root.js';
import { slotNames, type SlotNames } from '../shared/slots.js';
import { activationKindOf } from '../shared/colorScale.js';
import type { LearningTraceMessages } from './messages.js';
import { Stage } from './Stage.js';
import type { Trace } from './trace.js';
import type { LearningTraceProps, LearningTraceSlot } from './types.js';

export interface PanelsProps extends LearningTraceProps {
  readonly trace: Trace;
  readonly words: LearningTraceMessages;
  /** Whether any step can be shown, so that the cursor may be set. */
  readonly canSeek: boolean;
}

/** The picture, the list of its drops, its pages and its legend. */
export function Panels(props: PanelsProps): ReactElement {
  const { trace, words, canSeek, coloring = 'activation', rowsPerPage = 16 } = props;
  const slot = slotNames<LearningTraceSlot>('learning-trace', props.classNames);
  const { theme } = useRoot();
  const [cursor, setCursor] = useCursor();
  const [chosenPage, setPage] = useState(0);
  const perPage = Math.max(1, Math.floor(rowsPerPage));
  const pages = Math.max(1, Math.ceil(trace.rows.length / perPage));
  const page = Math.min(chosenPage, pages - 1);
  const rows = trace.rows.slice(page * perPage, (page + 1) * perPage);
  const marked = cursor === 'live' ? null : cursor;
  const hasProvisional = rows.some(({ crossings }) => crossings.some(({ confirmedAt }) => confirmedAt == null));
  const { accent } = theme.colors;
  const kind = activationKindOf(trace.domain);
  const entries: LegendEntry[] = [
    coloring === 'state'
      ? {
          kind: 'scale',
          label: words.activation,
          domain: trace.domain,
          scale: kind,
          ends: [words.silent, words.firing],
        }
      : { kind: 'scale', label: words.activation, domain: trace.domain, scale: kind },
    { kind: 'scale', label: words.bias, domain: [0, 1], scale: 'sequential' },
    { kind: 'swatch', label: words.drop, color: accent, shape: 'line' },
    { kind: 'sign', sign: '│', label: words.crossing },
    ...(hasProvisional ? [{ kind: 'sign', sign: '┆', label: words.provisionalCrossing } as const] : []),
  ];
  return (
    <>
      <Stage
        trace={trace}
        rows={rows}
        words={words}
        slot={slot}
        coloring={coloring}
        marked={marked}
        {...(canSeek && { onChoose: setCursor })}
      />
      {pages > 1 && (
        <div className={slot('pages')}>
          <PageButtons
            first={page * perPage}
            count={rows.length}
            all={trace.rows.length}
            words={words}
            onPage={(by) => setPage(page + by)}
          />
        </div>
      )}
      <DropList trace={trace} words={words} slot={slot} marked={marked} onChoose={canSeek ? setCursor : null} />
      <LegendList entries={entries} messages={words} className={slot('legend')} />
    </>
  );
}

interface DropListProps {
  readonly trace: Trace;
  readonly words: LearningTraceMessages;
  readonly slot: SlotNames<LearningTraceSlot>;
  readonly marked: number | null;
  readonly onChoose: ((step: number) => void) | null;
}

/** The drops as text; where the cursor can be set, each is a button that sets it to the middle of its drop. */
function DropList({ trace, words, slot, marked, onChoose }: DropListProps): ReactElement {
  const { format } = useRoot();
  const { drops } = trace;
  return (
    <div className={slot('drops')}>
      {drops.length === 0 ? (
        <span>{words.noDrops}</span>
      ) : (
        <ul aria-label={words.drops}>
          {drops.map((drop, i) => {
            const { from, to, steepest } = drop;
            const text = words.dropItem(i + 1, drop, format);
            return (
              <li key={i}>
                {onChoose ? (
                  <button
                    type="button"
                    aria-pressed={marked !== null && marked >= from && marked <= to}
                    onClick={() => onChoose(steepest)}
                  >
                    {text}
                  </button>
                ) : (
                  text
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface PageButtonsProps {
  readonly first: number;
  readonly count: number;
  readonly all: number;
  readonly words: LearningTraceMessages;
  readonly onPage: (by: number) => void;
}

function PageButtons({ first, count, all, words, onPage }: PageButtonsProps): ReactElement {
  const { format } = useRoot();
  return (
    <>
      <button type="button" aria-label={words.previousPage} disabled={first === 0} onClick={() => onPage(-1)}>
        ‹
      </button>
      <span role="status">{words.page(first + 1, first + count, all, format)}</span>
      <button type="button" aria-label={words.nextPage} disabled={first + count >= all} onClick={() => onPage(1)}>
        ›
      </button>
    </>
  );
}
