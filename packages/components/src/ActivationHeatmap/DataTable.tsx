'use client';
import { useEffect, useState, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import type { HeatmapContent } from './exporting.js';
import type { ActivationHeatmapMessages } from './messages.js';
import { rowsOfBlocks, type NumberRow } from './tableRows.js';
import type { ActivationHeatmapSlot } from './types.js';

interface DataTableProps {
  readonly read: () => HeatmapContent | null;
  readonly words: ActivationHeatmapMessages;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
}

/** A page has no use for more; `toCSV` gives all. */
const mostRows = 200;
const mostColumns = 100;
/** Milliseconds between two readings: a table that changed 60 times per second could not be read. */
const pause = 1000;

/** The numbers as a table, behind a button. */
export function DataTable({ read, words, slot }: DataTableProps): ReactElement {
  const { format } = useRoot();
  const [rows, setRows] = useState<readonly NumberRow[] | null>(null);
  const isOpen = rows !== null;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => setRows(rowsNow(read)), pause);
    return () => clearInterval(timer);
  }, [isOpen, read]);
  const columns = Math.min(mostColumns, Math.max(0, ...(rows ?? []).map(({ values }) => values.length)));
  return (
    <div>
      <button
        type="button"
        className={slot('action')}
        aria-expanded={isOpen}
        onClick={() => setRows(isOpen ? null : rowsNow(read))}
      >
        {isOpen ? words.hideTable : words.showTable}
      </button>
      {rows && (
        <div className={slot('table')} role="region" tabIndex={0} aria-label={words.table}>
          <table>
            <caption>{words.tableCaption(Math.min(rows.length, mostRows), rows.length, format)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.tableName}</th>
                <th scope="col">{words.tableRow}</th>
                {Array.from({ length: columns }, (_, column) => (
                  <th key={column} scope="col">
                    {column + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, mostRows).map(({ name, row, values }, index) => (
                <tr key={index}>
                  <th scope="row">{name}</th>
                  <td>{row}</td>
                  {Array.from(values.subarray(0, columns), (value, column) => (
                    <td key={column}>{format.value(value)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function rowsNow(read: () => HeatmapContent | null): readonly NumberRow[] {
  const now = read();
  return now ? rowsOfBlocks(now.layout, now.panel, now.numbers) : [];
}
