'use client';
import { useSource, useSupport } from '@neuroglow/engine';
import {
  forwardRef,
  useCallback,
  useMemo,
  useRef,
  useState,
  type ForwardRefExoticComponent,
  type ReactElement,
  type RefAttributes,
} from 'react';
import { ErrorBox, Message } from '../shared/Message.js';
import { withMessages } from '../shared/messages.js';
import { Root } from '../shared/Root.js';
import { attachExporting, createExporterSlot, type ExporterSlot } from './export/exportHandle.js';
import { costPlotMessages, type CostPlotMessages } from './messages.js';
import { Plot } from './Plot.js';
import { runEntries, type RunEntry } from './series/runEntries.js';
import { costPlotStyles } from './styles.js';
import type { CostPlotElement, CostPlotProps } from './types.js';

/**
 * The cost (others say loss) by step: of each batch while training, solid, and of the held-out set, dashed; also other metrics, several runs, and branches.
 * Its ref gets an element that can write the plot as SVG, PNG and CSV.
 */
export const CostPlot: ForwardRefExoticComponent<CostPlotProps & RefAttributes<CostPlotElement>> = forwardRef<
  CostPlotElement,
  CostPlotProps
>(function CostPlot(props, ref) {
  const words = useMemo(() => withMessages(costPlotMessages, props.messages), [props.messages]);
  const [exporter] = useState(createExporterSlot);
  const detach = useRef<(() => void) | null>(null);
  const handle = useCallback(
    (element: HTMLDivElement | null) => {
      detach.current?.();
      detach.current = element && attachExporting(ref, element, exporter);
    },
    [ref, exporter],
  );
  return (
    <Root
      name="cost-plot"
      props={props}
      forwardedRef={handle}
      messages={words}
      styles={costPlotStyles}
      label={words.label}
      aspect={props.aspect}
      defaultAspect={2.4}
    >
      <Content options={props} words={words} exporter={exporter} />
    </Root>
  );
});

interface ContentProps {
  readonly options: CostPlotProps;
  readonly words: CostPlotMessages;
  readonly exporter: ExporterSlot;
}

function Content({ options, words, exporter }: ContentProps): ReactElement {
  const { runs, values } = options;
  const source = useSource(options.source);
  const isAlone = runs === undefined && values === undefined;
  const support = useSupport({ kind: 'scalars' }, { source });
  const entries = useMemo(() => check(() => runEntries(runs, values, source)), [runs, values, source]);
  if (entries instanceof Error) return <ErrorBox error={entries} messages={words} />;
  if (isAlone && !source) return <Message>{words.noSource}</Message>;
  if (isAlone && support !== true) return <Message>{support.reason}</Message>;
  return <Plot options={options} entries={entries} words={words} exporter={exporter} />;
}

/** Caught here and not by the boundary: a server has none. */
function check(read: () => readonly RunEntry[]): readonly RunEntry[] | Error {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
