import { CostPlot, type CostPlotElement, type CostPlotProps } from '@neuroglow/components';
import { createViewer, NeuroglowProvider, type Viewer } from '@neuroglow/engine';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, type RefObject } from 'react';
import { describe, expect, it } from 'vitest';

const values = [
  { role: 'training', values: Float32Array.from({ length: 10_000 }, (_, at) => 1 / (at + 1) + (at === 7776 ? 3 : 0)) },
] as const;

async function show(props: CostPlotProps = {}): Promise<{
  readonly viewer: Viewer;
  readonly reader: HTMLElement;
  readonly plot: RefObject<CostPlotElement | null>;
  readonly at: (share: number) => { readonly clientX: number; readonly clientY: number };
}> {
  const viewer = createViewer();
  const plot = createRef<CostPlotElement>();
  const { container } = render(
    <NeuroglowProvider viewer={viewer}>
      <div style={{ width: 800 }}>
        <CostPlot values={values} ref={plot} {...props} />
      </div>
    </NeuroglowProvider>,
  );
  await waitFor(() => expect(container.querySelector('.uplot canvas')).toBeVisible(), { timeout: 20_000 });
  const reader = screen.getByRole('slider', { name: 'Read the cost at a step' });
  const at = (share: number): { readonly clientX: number; readonly clientY: number } => {
    const { left, width, top } = container.querySelector('.u-over')!.getBoundingClientRect();
    return { clientX: left + share * width, clientY: top + 40 };
  };
  return { viewer, reader, plot, at };
}

const near = (step: number, by: number): unknown => expect.closeTo(step, -Math.log10(2 * by));

describe('a cost plot', () => {
  it('reads the nearest point under the pointer, and tells it to other pictures', async () => {
    const { viewer, reader, at } = await show();
    fireEvent.pointerMove(reader, at(0.7777));
    await waitFor(() => expect(reader.getAttribute('aria-valuetext')).toMatch(/^step 7,7\d\d, training/));
    expect(viewer.getSnapshot().hoveredStep).toEqual(near(7777, 20));
    fireEvent.pointerLeave(reader);
    expect(viewer.getSnapshot().hoveredStep).toBeNull();
  });

  it('shows the steps that a drag chooses, reads finer points there, and all after a double click', async () => {
    const { viewer, reader, at } = await show();
    const pointer = { pointerId: 1, pointerType: 'mouse', button: 0 };
    fireEvent.pointerDown(reader, { ...at(0.77), ...pointer });
    fireEvent.pointerMove(reader, { ...at(0.775), ...pointer });
    fireEvent.pointerMove(reader, { ...at(0.79), ...pointer });
    fireEvent.pointerUp(reader, { ...at(0.79), ...pointer });
    const range = viewer.getSnapshot().range as readonly [number, number];
    expect(range).toEqual([near(7700, 5), near(7900, 5)]);
    reader.focus();
    await waitFor(async () => {
      await userEvent.keyboard('{End}{ArrowLeft}');
      expect(Number(reader.getAttribute('aria-valuenow'))).toBe(range[1] - 1);
    });
    fireEvent.dblClick(reader);
    expect(viewer.getSnapshot().range).toBe('all');
  });

  it('zooms about the pointer with a wheel, and pans', async () => {
    const { viewer, reader, at } = await show();
    fireEvent.wheel(reader, { ...at(0.5), deltaY: -300 });
    expect(viewer.getSnapshot().range).toBe('all');
    fireEvent.wheel(reader, { ...at(0.5), deltaY: -300, ctrlKey: true });
    const [from, to] = viewer.getSnapshot().range as readonly [number, number];
    expect((from + to) / 2).toEqual(near(5000, 5));
    expect(to - from).toBeLessThan(2000);
    fireEvent.wheel(reader, { ...at(0.5), deltaX: 100, deltaY: 0 });
    await waitFor(() => expect((viewer.getSnapshot().range as readonly [number, number])[0]).toBeGreaterThan(from));
  });

  it('zooms, pans and shows all by keys', async () => {
    const { viewer, reader } = await show();
    reader.focus();
    await userEvent.keyboard('++');
    const zoomed = viewer.getSnapshot().range as readonly [number, number];
    expect(zoomed[1] - zoomed[0]).toBeLessThan(7000);
    await waitFor(async () => {
      await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
      expect((viewer.getSnapshot().range as readonly [number, number])[0]).toBeLessThan(zoomed[0]);
    });
    await userEvent.keyboard('0');
    expect(viewer.getSnapshot().range).toBe('all');
  });

  it('has a cursor that is dragged along the steps, moved by keys, and set from the point that is read', async () => {
    const { viewer, reader, at } = await show({ onCursorChange: () => undefined });
    const knob = screen.getByRole('slider', { name: 'Step shown' });
    await waitFor(() => expect(knob.style.transform).toMatch(/translate\(/));
    const pointer = { pointerId: 1, pointerType: 'mouse', button: 0 };
    knob.setPointerCapture = () => undefined;
    fireEvent.pointerDown(knob, { ...at(1), ...pointer });
    fireEvent.pointerMove(knob, { ...at(0.25), ...pointer });
    fireEvent.pointerUp(knob, { ...at(0.25), ...pointer });
    expect(viewer.getSnapshot().cursor).toEqual(near(2500, 20));
    const moved = viewer.getSnapshot().cursor as number;
    knob.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(viewer.getSnapshot().cursor).toBe(moved + 1);
    expect(knob).toHaveAttribute('aria-valuenow', String(moved + 1));
    reader.focus();
    await userEvent.keyboard('{Home}{Enter}');
    expect(viewer.getSnapshot().cursor).toBe(1);
    knob.focus();
    await userEvent.keyboard('{End}');
    expect(viewer.getSnapshot().cursor).toBe('live');
  });

  it('writes itself as SVG, PNG and CSV', async () => {
    const { viewer, plot } = await show();
    await waitFor(() => expect(plot.current!.toCSV().split('\r\n').length).toBeGreaterThan(1000));
    viewer.setRange([1, 4]);
    await waitFor(() =>
      expect(plot.current!.toCSV()).toBe(
        `run,series,role,step,epoch,time,value\r\n,training,training,1,,,1\r\n,training,training,2,,,0.5\r\n,training,training,3,,,${Math.fround(1 / 3)}\r\n,training,training,4,,,0.25\r\n`,
      ),
    );
    const svg = new DOMParser().parseFromString(plot.current!.toSVG(), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelector('desc')!.textContent).toMatch(/^The training cost fell from 1 to /);
    expect([...svg.querySelectorAll('text')].map(({ textContent }) => textContent)).toContain('step');
    const png = await plot.current!.toPNG({ scale: 1 });
    const bitmap = await createImageBitmap(png);
    expect(bitmap.width).toBe(800);
  });
});
