import { placeTooltip, type Rectangle, type TooltipPlace } from './placement.js';

/** What a tooltip says: a name, its numbers a line each, and something smaller. */
export interface TooltipContent {
  readonly title: string;
  readonly lines?: readonly string[];
  readonly note?: string;
}

/** A tooltip that is moved and filled without React, so that a hover commits nothing. */
export interface Tooltip {
  /** Shows it beside an anchor, in the root's coordinates. */
  show(content: TooltipContent, anchor: Rectangle, place?: TooltipPlace): void;
  hide(): void;
  remove(): void;
}

/**
 * Makes the tooltip of a component's root. It is hidden from screen readers: what has the focus says the same in its own name or
 * description.
 */
export function createTooltip(root: HTMLElement): Tooltip {
  const box = root.ownerDocument.createElement('div');
  box.className = 'neuroglow__tooltip';
  box.setAttribute('aria-hidden', 'true');
  box.hidden = true;
  root.append(box);
  return {
    show({ title, lines = [], note }, anchor, place) {
      box.replaceChildren(
        part(box, 'title', title),
        ...lines.map((line) => part(box, 'line', line)),
        ...(note ? [part(box, 'note', note)] : []),
      );
      box.hidden = false;
      const { x, y } = placeTooltip(
        anchor,
        { width: box.offsetWidth, height: box.offsetHeight },
        { width: root.clientWidth, height: root.clientHeight },
        place,
      );
      box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    },
    hide() {
      box.hidden = true;
    },
    remove() {
      box.remove();
    },
  };
}

function part(box: HTMLElement, name: string, text: string): HTMLElement {
  const element = box.ownerDocument.createElement('div');
  element.dataset['part'] = name;
  element.textContent = text;
  return element;
}
