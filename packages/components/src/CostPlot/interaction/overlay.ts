import type { PlotBox } from '../scene/project.js';

/** A point of a curve under the reading line, in CSS pixels. */
export interface ReadingDot {
  readonly y: number;
  readonly color: string;
}

/** What lies over the curves and moves without redrawing them: the reading line with its dots, and the part that a drag chooses. */
export interface Overlay {
  readonly read: (x: number, dots: readonly ReadingDot[], box: PlotBox) => void;
  readonly point: (x: number | null, box: PlotBox) => void;
  readonly leave: () => void;
  readonly mark: (part: readonly [from: number, to: number] | null, box: PlotBox) => void;
  readonly remove: () => void;
}

export function createOverlay(stage: HTMLElement): Overlay {
  const make = (name: string): HTMLElement => {
    const element = stage.ownerDocument.createElement('div');
    element.className = `neuroglow-cost-plot__${name}`;
    element.hidden = true;
    element.setAttribute('aria-hidden', 'true');
    stage.append(element);
    return element;
  };
  const line = make('line');
  const elsewhere = make('line');
  elsewhere.dataset['elsewhere'] = '';
  const brush = make('brush');
  const dots: HTMLElement[] = [];
  const place = (element: HTMLElement, x: number, y: number): void => {
    element.style.transform = `translate(${x}px, ${y}px)`;
    element.hidden = false;
  };
  const upright = (element: HTMLElement, x: number, { top, height }: PlotBox): void => {
    element.style.height = `${height}px`;
    place(element, Math.round(x), top);
  };
  const hideDots = (from: number): void => dots.slice(from).forEach((dot) => (dot.hidden = true));
  return {
    read(x, found, box) {
      upright(line, x, box);
      found.forEach(({ y, color }, at) => {
        const dot = (dots[at] ??= make('dot'));
        dot.style.backgroundColor = color;
        place(dot, x, y);
      });
      hideDots(found.length);
    },
    point(x, box) {
      if (x === null) elsewhere.hidden = true;
      else upright(elsewhere, x, box);
    },
    leave() {
      line.hidden = true;
      hideDots(0);
    },
    mark(part, box) {
      brush.hidden = part === null;
      if (part === null) return;
      brush.style.width = `${(part[1] - part[0]) * box.width}px`;
      brush.style.height = `${box.height}px`;
      place(brush, box.left + part[0] * box.width, box.top);
    },
    remove() {
      for (const element of [line, elsewhere, brush, ...dots]) element.remove();
    },
  };
}
