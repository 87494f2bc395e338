'use client';
import type { ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import type { ActivationHeatmapMessages } from './messages.js';
import type { ActivationHeatmapSlot } from './types.js';

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly words: ActivationHeatmapMessages;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
}

/** Turns pages where not everything fits; nothing where it does. */
export function Pager({ page, pages, onPage, words, slot }: PagerProps): ReactElement | null {
  const { format } = useRoot();
  if (pages <= 1) return null;
  return (
    <div className={slot('pager')}>
      <button
        type="button"
        className={slot('action')}
        aria-label={words.pageBefore}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        ‹
      </button>
      <span aria-live="polite">{words.page(page + 1, pages, format)}</span>
      <button
        type="button"
        className={slot('action')}
        aria-label={words.pageAfter}
        disabled={page === pages - 1}
        onClick={() => onPage(page + 1)}
      >
        ›
      </button>
    </div>
  );
}
