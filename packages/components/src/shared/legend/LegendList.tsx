'use client';
import type { CSSProperties, ReactElement } from 'react';
import { colorAt, colorScale } from '../colorScale.js';
import type { CommonMessages } from '../messages.js';
import { useRoot } from '../Root.js';
import { joinClasses } from '../slots.js';
import { useHydrated } from '../useHydrated.js';
import type { Theme } from '../theme.js';
import type { LegendEntry, ScaleEntry, SignEntry, SwatchEntry } from './legendEntry.js';

export interface LegendListProps {
  readonly entries: readonly LegendEntry[];
  readonly messages: CommonMessages;
  readonly className?: string | undefined;
}

/** The entries alone, to be put within another component; its styles are `legendStyles`. */
export function LegendList({ entries, messages, className }: LegendListProps): ReactElement {
  return (
    <ul className={joinClasses('neuroglow-legend__list', className)}>
      {entries.map((entry, index) => (
        <li key={index} className="neuroglow-legend__entry">
          {entry.kind === 'scale' ? (
            <ScaleKey entry={entry} messages={messages} />
          ) : entry.kind === 'swatch' ? (
            <SwatchKey entry={entry} place={index} />
          ) : (
            <SignKey entry={entry} />
          )}
        </li>
      ))}
    </ul>
  );
}

function ScaleKey({
  entry,
  messages,
}: {
  readonly entry: ScaleEntry;
  readonly messages: CommonMessages;
}): ReactElement {
  const { theme, format } = useRoot();
  const hydrated = useHydrated();
  const [low, high] = entry.domain;
  const { notFinite = 0, ends } = entry;
  return (
    <>
      <span className="neuroglow-legend__scale" aria-hidden="true">
        <span className="neuroglow-legend__number">{ends?.[0] ?? format.value(low)}</span>
        <span className="neuroglow-legend__bar" style={hydrated ? gradient(theme, entry) : undefined} />
        <span className="neuroglow-legend__number">{ends?.[1] ?? format.value(high)}</span>
      </span>
      <span className="neuroglow-legend__label">
        {entry.label}
        {!ends && <span className="neuroglow__hidden">, {messages.domain(low, high, format)}</span>}
      </span>
      {notFinite > 0 && (
        <span className="neuroglow-legend__not-finite">
          <span className="neuroglow-legend__hatch" aria-hidden="true" />
          {messages.notFinite(notFinite, format)}
        </span>
      )}
    </>
  );
}

function SwatchKey({ entry, place }: { readonly entry: SwatchEntry; readonly place: number }): ReactElement {
  const { theme } = useRoot();
  const hydrated = useHydrated();
  const { categorical } = theme;
  const color = entry.color ?? categorical[place % categorical.length];
  return (
    <>
      <span
        className="neuroglow-legend__swatch"
        data-shape={entry.shape ?? 'dot'}
        aria-hidden="true"
        style={hydrated ? { color } : undefined}
      />
      <span className="neuroglow-legend__label">{entry.label}</span>
    </>
  );
}

function SignKey({ entry }: { readonly entry: SignEntry }): ReactElement {
  return (
    <span className="neuroglow-legend__label">
      {entry.sign !== '' && (
        <span className="neuroglow-legend__sign" aria-hidden="true">
          {entry.sign}{' '}
        </span>
      )}
      {entry.label}
    </span>
  );
}

/** Stops enough that the browser's straight lines between them cannot be told from the scale. */
const stops = 12;

function gradient(theme: Theme, { domain, scale }: ScaleEntry): CSSProperties {
  const colors = colorScale(theme, domain, scale);
  const [low, high] = domain;
  const parts = Array.from({ length: stops + 1 }, (_, stop) => colorAt(colors, low + ((high - low) * stop) / stops));
  return { backgroundImage: `linear-gradient(to right, ${parts.join(', ')})` };
}
