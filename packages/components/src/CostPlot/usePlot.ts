import type { ViewerState } from '@neuroglow/engine';
import { createFrameScheduler } from '@neuroglow/engine/internal';
import type uPlot from 'uplot';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { FrameStore } from '../shared/frameStore.js';
import type { NumberFormat } from '../shared/number.js';
import { useHoveredStep } from '../shared/stepAxis/useHoveredStep.js';
import type { Theme } from '../shared/theme.js';
import type { Size } from '../shared/useSize.js';
import { noCurves, type CostCurves } from './curveData.js';
import { plotData, plotOptions } from './drawing.js';
import { alignCurves, type AlignedCurves, type CostScale } from './geometry.js';

/** The plot on the screen, and the curves in it. */
export interface Plot {
  readonly chart: uPlot;
  readonly aligned: AlignedCurves;
}

export interface PlotOptions {
  /** Where to draw. */
  readonly element: HTMLElement | null;
  readonly curves: FrameStore<CostCurves>;
  readonly size: Size;
  readonly theme: Theme;
  readonly format: NumberFormat;
  readonly scale: CostScale;
  readonly halfLife: number;
  /** Under the axis of steps. */
  readonly steps: string;
  /** Beside the axis of costs. */
  readonly costs: string;
  /** A step to mark with a line; null for none. */
  readonly marked: number | null;
  /** The steps shown. */
  readonly range: ViewerState['range'];
  /** The line under pointer or keys has moved to the point at an index; −1 for none. */
  readonly onCursor: (plot: Plot, index: number) => void;
}

/** Draws the curves with uPlot, at most 60 times a second and without React. Gives back the plot, and why there is none. */
export function usePlot(options: PlotOptions): readonly [plot: RefObject<Plot | null>, problem: Error | null] {
  const { element, curves, size, theme, format, scale, halfLife, steps, costs, marked, range } = options;
  const { Chart, problem } = useChart();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const plot = useRef<Plot | null>(null);
  const measured = size.width > 0;
  const hovered = useRef<number | null>(null);
  const setHovered = useHoveredStep((step) => {
    hovered.current = step;
    plot.current?.chart.redraw(false);
  });

  useEffect(() => {
    const view = element?.ownerDocument.defaultView;
    if (!Chart || !element || !view || !measured) return;
    const align = (): AlignedCurves => alignCurves(curves.get() ?? noCurves, scale, halfLife);
    const aligned = align();
    const look = plotOptions({
      size: latest.current.size,
      theme,
      scale,
      format,
      smoothing: halfLife > 0,
      steps,
      costs,
      marked: () => latest.current.marked,
      hovered: () => hovered.current,
      range: () => latest.current.range,
      onCursor: (index) => {
        if (!plot.current) return;
        setHovered(plot.current.aligned.steps[index] ?? null);
        latest.current.onCursor(plot.current, index);
      },
    });
    const chart = new Chart(look, plotData(aligned), element);
    plot.current = { chart, aligned };
    const drawCurves = (): void => {
      plot.current = { chart, aligned: align() };
      chart.setData(plotData(plot.current.aligned));
    };
    const drawing = createFrameScheduler(view, drawCurves, 1000 / 60);
    const leave = curves.subscribe(drawing.request);
    return () => {
      leave();
      drawing.cancel();
      plot.current = null;
      chart.destroy();
    };
  }, [Chart, element, measured, curves, theme, format, scale, halfLife, steps, costs, setHovered]);

  useEffect(() => {
    if (size.width > 0) plot.current?.chart.setSize({ width: size.width, height: size.height });
  }, [size]);

  useEffect(() => {
    plot.current?.chart.redraw(false);
  }, [marked]);

  // Setting the data fits both axes to the steps shown.
  useEffect(() => {
    const now = plot.current;
    now?.chart.setData(plotData(now.aligned));
  }, [range]);

  return [plot, problem];
}

interface Loaded {
  readonly Chart: typeof uPlot | null;
  readonly problem: Error | null;
}

/** uPlot asks for `matchMedia` as it is imported, which throws on a server and in jsdom: so it comes after mounting, where it can. */
function useChart(): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ Chart: null, problem: null });
  useEffect(() => {
    if (typeof matchMedia !== 'function') return;
    let wanted = true;
    import('uplot').then(
      ({ default: Chart }) => {
        if (wanted) setLoaded({ Chart, problem: null });
      },
      (reason: unknown) => {
        if (wanted) setLoaded({ Chart: null, problem: reason instanceof Error ? reason : new Error(String(reason)) });
      },
    );
    return () => {
      wanted = false;
    };
  }, []);
  return loaded;
}
