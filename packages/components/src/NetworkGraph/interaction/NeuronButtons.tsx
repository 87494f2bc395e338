'use client';
import type { Selection } from '@neuroglow/engine';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { layerSentence, neuronSentence } from '../labels/describe.js';
import type { GraphGeometry } from '../layout/geometry.js';
import { LayerBlockButton } from './LayerBlockButton.js';
import { locateNeuron } from './hitTest.js';
import { sameNeuron } from './selection.js';
import { useGraph } from '../graphContext.js';

/** Neurons of a layer up to which each is an element; a wider layer has one that moves. */
export const MOST_BUTTONS = 64;

/** Names are rewritten this seldom: a screen reader in the middle of one is not swept away by every frame. */
const RENAME_INTERVAL = 1000;

/**
 * The neurons as buttons, a group a layer, with one stop for the Tab key in all. Their names follow the numbers without React. A wide
 * layer, or one that is an image, is one button that stands for one neuron at a time.
 */
export function NeuronButtons(): ReactElement {
  const { geometry, context, store, selection, flags, editing, slot } = useGraph((graph) => graph);
  const keys = useId();
  const box = useRef<HTMLDivElement | null>(null);
  const isMounted = useRef(false);
  const { words } = context;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const rename = (): void => {
      timer = null;
      for (const button of box.current?.querySelectorAll<HTMLElement>('[data-neuron]') ?? []) {
        button.setAttribute(
          'aria-label',
          neuronSentence(context, store.get(), Number(button.dataset['layer']), Number(button.dataset['neuron'])),
        );
      }
    };
    // At mount the picture goes first: what was rendered says everything but the newest numbers.
    if (isMounted.current) rename();
    else timer = setTimeout(rename);
    isMounted.current = true;
    const stop = store.subscribe(() => {
      timer ??= setTimeout(rename, RENAME_INTERVAL);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [geometry, context, store, selection]);

  const firstLayer = geometry?.layers.find(({ block }) => !block)?.layer;
  return (
    <div ref={box} role="presentation" data-hands="">
      <span id={keys} hidden>
        {editing ? `${words.keys} ${words.editKeys}` : words.keys}
      </span>
      {geometry?.layers.map((here) => {
        const neurons = buttonsOf(here.neurons, here.tile !== undefined, here.layer, selection);
        return (
          <div
            key={here.layer}
            role="group"
            aria-label={layerSentence(context, here.layer, flags[here.layer])}
            aria-describedby={keys}
          >
            {here.block && <LayerBlockButton layer={here.layer} block={here.block} />}
            {neurons.map((neuron, at) => {
              const place = locateNeuron(geometry, here.layer, neuron);
              if (!place) return null;
              const moves = neurons.length < here.neurons.length && at === 0;
              const isSelected = selection.neurons.some((picked) => sameNeuron(picked, { layer: here.layer, neuron }));
              return (
                <button
                  key={moves ? 'moving' : neuron}
                  type="button"
                  className={slot('neuron')}
                  style={{ left: place.x, top: place.y, width: 2 * place.radius, height: 2 * place.radius }}
                  data-layer={here.layer}
                  data-neuron={neuron}
                  data-moves={moves || undefined}
                  data-edits={(isSelected && editing?.isEditable({ layer: here.layer, neuron })) || undefined}
                  tabIndex={here.layer === firstLayer && at === 0 ? 0 : -1}
                  aria-label={neuronSentence(context, store.get(), here.layer, neuron)}
                  aria-pressed={isSelected}
                />
              );
            })}
          </div>
        );
      })}
    </div>
  );
}

/** The neurons that get elements: all of a small layer; of others one that moves, and the selected ones. */
function buttonsOf(neurons: Uint32Array, isImage: boolean, layer: number, selection: Selection): number[] {
  if (!isImage && neurons.length <= MOST_BUTTONS) return [...neurons];
  const selected = selection.neurons
    .filter((picked) => picked.layer === layer && picked.neuron !== neurons[0])
    .map(({ neuron }) => neuron);
  return [neurons[0] ?? 0, ...selected];
}

/** Gives the keyboard's focus to a neuron, moving its layer's one button there if it has none of its own. */
export function focusNeuron(
  element: HTMLElement,
  geometry: GraphGeometry,
  layer: number,
  neuron: number,
  name: string,
): void {
  const own = element.querySelector<HTMLElement>(`[data-layer='${layer}'][data-neuron='${neuron}']`);
  const button = own ?? element.querySelector<HTMLElement>(`[data-layer='${layer}'][data-moves]`);
  const place = locateNeuron(geometry, layer, neuron);
  if (!button || !place) return;
  if (!own) {
    button.dataset['neuron'] = String(neuron);
    Object.assign(button.style, { left: `${place.x}px`, top: `${place.y}px` });
  }
  button.setAttribute('aria-label', name);
  for (const other of element.querySelectorAll<HTMLElement>('[data-neuron][tabindex="0"]')) other.tabIndex = -1;
  button.tabIndex = 0;
  if (element.ownerDocument.activeElement === button)
    button.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  else button.focus({ preventScroll: true });
}
