import { NeuroglowError } from '@neuroglow/engine';
import type { ForwardedRef } from 'react';
import type { CostPlotElement } from '../types.js';
import type { Exporter } from './exporterInterface.js';

/** Holds what the plot that is mounted now can export. */
export interface ExporterSlot {
  current(): Exporter;
  fill(exporter: Exporter | null): void;
}

export function createExporterSlot(): ExporterSlot {
  let exporter: Exporter | null = null;
  return {
    current() {
      if (exporter === null) {
        throw new NeuroglowError(
          'no-source',
          'expected a plot with curves and a size, and there is nothing to export yet; export once it is drawn.',
        );
      }
      return exporter;
    },
    fill(next) {
      exporter = next;
    },
  };
}

/** Gives a ref the element with the exporting functions added; returns how to empty it. A function may bring its own clean-up. */
export function attachExporting(
  ref: ForwardedRef<CostPlotElement>,
  element: HTMLDivElement,
  slot: ExporterSlot,
): () => void {
  const extended = Object.assign(element, {
    toSVG: () => slot.current().toSVG(),
    toPNG: (options) => slot.current().toPNG(options),
    toCSV: () => slot.current().toCSV(),
  } satisfies Exporter);
  if (typeof ref === 'function') {
    const attach: (value: CostPlotElement) => unknown = ref;
    const cleanUp = attach(extended);
    return typeof cleanUp === 'function' ? (cleanUp as () => void) : () => ref(null);
  }
  if (ref) ref.current = extended;
  return () => {
    if (ref) ref.current = null;
  };
}
