'use client';
import { useMemo, type ReactElement } from 'react';
import { useRoot } from '../shared/Root.js';
import { formatStep, positionOfStep, stepTicks, type StepDomain } from '../shared/stepAxis/stepAxis.js';
import { costPath, costRange, type Box, type Layout } from './geometry.js';
import type { LearningTraceMessages } from './messages.js';
import type { Trace, TraceLine } from './trace.js';

export interface MarksProps {
  readonly trace: Trace;
  readonly rows: readonly TraceLine[];
  readonly domain: StepDomain;
  readonly layout: Layout;
  readonly words: LearningTraceMessages;
  readonly coloring: 'activation' | 'state';
  readonly marked: number | null;
  readonly hovered: number | null;
}

/** Everything that is drawn in lines and words: titles, the cost, bands of drops, ticks of crossings, the axis, the cursor. */
export function Marks(props: MarksProps): ReactElement {
  const { trace, rows, domain, layout, words, coloring, marked, hovered } = props;
  const { format } = useRoot();
  const { left, width, height, cost, activations, biases, rowHeight, axis } = layout;
  const range = useMemo(() => costRange(trace, domain), [trace, domain]);
  const path = useMemo(() => costPath(trace, domain, layout, range), [trace, domain, layout, range]);
  const x = (step: number): number => Math.round(positionOfStep(domain, width, step) * 2) / 2;
  const isShown = (step: number): boolean => step >= domain[0] && step <= domain[1];
  const line = (step: number | null, part: string): ReactElement | null =>
    step === null || !isShown(step) ? null : (
      <line data-part={part} x1={x(step)} x2={x(step)} y1={cost.top} y2={axis} />
    );
  return (
    <svg className="neuroglow-learning-trace__marks" height={height} aria-hidden="true">
      <text data-part="title" x={left} y={cost.top - 7}>
        {words.cost}
      </text>
      <text data-part="title" x={left} y={activations.top - 7}>
        {coloring === 'state' ? words.statePanel : words.activationPanel}
      </text>
      <text data-part="title" x={left} y={biases.top - 7}>
        {words.biasPanel}
      </text>
      <text x={left - 6} y={cost.top + 10} textAnchor="end">
        {format.value(range[1])}
      </text>
      <text x={left - 6} y={cost.top + cost.height} textAnchor="end">
        {format.value(range[0])}
      </text>
      {[activations, biases].map((box) =>
        rows.map((row, i) => (
          <text
            key={`${box.top} ${i}`}
            data-part="row"
            x={left - 6}
            y={box.top + (i + 0.5) * rowHeight + 3.5}
            textAnchor="end"
          >
            {rowHeight >= 12 || i % 2 === 0 ? words.shortNeuron(row.layer, row.neuron, row.isOutput) : ''}
          </text>
        )),
      )}
      <g transform={`translate(${left} 0)`}>
        {trace.drops.map((drop, i) => (
          <Band key={i} layout={layout} from={x(drop.from)} to={x(drop.to)} isProvisional={drop.provisional} />
        ))}
        <path data-part="cost" d={path} />
        {[cost, activations, biases].map((box) => (
          <rect key={box.top} data-part="frame" x={0.5} y={box.top + 0.5} width={width - 1} height={frameHeight(box)} />
        ))}
        {rows.map((row, i) =>
          row.crossings
            .filter(({ step }) => isShown(step))
            .map(({ step, confirmedAt }, k) => (
              <Tick
                key={`${i} ${k}`}
                x={x(step)}
                y={activations.top + i * rowHeight}
                height={rowHeight - 1}
                isProvisional={confirmedAt == null}
              />
            )),
        )}
        {stepTicks(domain, width).map((step) => (
          <text key={step} x={x(step)} y={axis + 15} textAnchor={anchorOf(x(step), width)}>
            {formatStep(step, format)}
          </text>
        ))}
        <text x={width} y={axis + 30} textAnchor="end">
          {words.steps}
        </text>
        {line(hovered, 'hover')}
        {line(marked, 'cursor')}
      </g>
    </svg>
  );
}

const frameHeight = ({ height }: Box): number => Math.max(0, height - 1);

/** Numbers at the ends of the axis stay within the picture. */
const anchorOf = (x: number, width: number): 'start' | 'middle' | 'end' =>
  x < 16 ? 'start' : x > width - 16 ? 'end' : 'middle';

/** A drop, through all panels: filled over the cost, edges alone over the colours, which it must not tint. */
function Band(props: {
  readonly layout: Layout;
  readonly from: number;
  readonly to: number;
  readonly isProvisional: boolean;
}): ReactElement | null {
  const { layout, isProvisional } = props;
  const from = Math.max(0, props.from);
  const to = Math.min(layout.width, props.to);
  if (to < 0 || from > layout.width) return null;
  const edge = { 'data-part': 'band-edge', 'data-provisional': isProvisional ? '' : undefined };
  return (
    <g>
      <rect data-part="band" x={from} y={layout.cost.top} width={Math.max(1, to - from)} height={layout.cost.height} />
      <line {...edge} x1={from} x2={from} y1={layout.cost.top} y2={layout.axis} />
      <line {...edge} x1={to} x2={to} y1={layout.cost.top} y2={layout.axis} />
    </g>
  );
}

function Tick(props: {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly isProvisional: boolean;
}): ReactElement {
  const { x, y, height, isProvisional } = props;
  return (
    <>
      <line data-part="tick-halo" x1={x} x2={x} y1={y} y2={y + height} />
      <line data-part="tick" data-provisional={isProvisional ? '' : undefined} x1={x} x2={x} y1={y} y2={y + height} />
    </>
  );
}
