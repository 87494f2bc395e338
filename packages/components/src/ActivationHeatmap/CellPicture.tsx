'use client';
import { useEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import { painterOf, type Picture } from '../drawing/client/painter.js';
import type { ColorScale } from '../shared/colorScale.js';
import { colorTable } from '../shared/colorTable.js';
import { useRoot } from '../shared/Root.js';
import type { SlotNames } from '../shared/slots.js';
import { useIsomorphicLayoutEffect } from '../shared/useIsomorphicLayoutEffect.js';
import { useSize, type Size } from '../shared/useSize.js';
import { useTooltip } from '../shared/useTooltip.js';
import type { ActivationHeatmapSlot } from './ActivationHeatmap.js';
import { CellList, type CellNames } from './CellList.js';
import type { FrameStore } from '../shared/frameStore.js';
import type { CellFrame } from './cellFrame.js';
import { cellsScene, drawMarks } from './drawing.js';
import { headerHeight, type HeatmapLayout } from './geometry.js';
import type { ActivationHeatmapMessages } from './messages.js';
import { drawPictureSigns, drawSigns } from './signs.js';

export interface CellPictureProps {
  /** Filled with the element that decides whether the picture is on screen. */
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly store: FrameStore<CellFrame>;
  readonly layoutFor: (size: Size) => HeatmapLayout;
  /** A scale a table of the layout's blocks. */
  readonly scales: readonly ColorScale[];
  /** For pictures: the scale of the dots that show each neuron's activation. */
  readonly dotScale: ColorScale | null;
  readonly smooth: boolean;
  /** Rows and columns of cells of a picture, where the groups are pictures, with frames and numbers, and not strips with headers. */
  readonly pictures?: PictureShape | null;
  /** For each group, what it and its neurons are called. */
  readonly names: readonly CellNames[];
  readonly words: ActivationHeatmapMessages;
  readonly slot: SlotNames<ActivationHeatmapSlot>;
}

export interface PictureShape {
  readonly rows: number;
  readonly columns: number;
}

/** Cells painted by the drawing worker, marks over them, and over those the elements that people touch. */
export function CellPicture(props: CellPictureProps): ReactElement {
  const { stage, store, layoutFor, scales, dotScale, smooth, pictures = null, names, words, slot } = props;
  const { theme } = useRoot();
  const cells = useRef<HTMLCanvasElement | null>(null);
  const marks = useRef<HTMLCanvasElement | null>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useIsomorphicLayoutEffect(() => setElement(stage.current), [stage]);
  const size = useSize(element);
  const layout = useMemo(() => (size.width > 0 ? layoutFor(size) : null), [layoutFor, size]);
  const tables = useMemo(() => scales.map(colorTable), [scales]);
  const picture = usePicture(cells);
  const captions = names[0]?.labels ?? null;
  const tooltip = useTooltip(element);

  useEffect(() => {
    if (!layout) return;
    const paint = (): void => {
      const frame = store.get();
      if (!frame) return;
      picture.current?.paint(cellsScene(layout, size, frame.values, tables, { gap: pictures ? 0 : 1, smooth }));
      const context = marks.current?.getContext('2d');
      if (!context) return;
      const [group] = layout.groups;
      const [dots] = frame.readings;
      if (!pictures) drawSigns(context, layout.groups, frame.readings, size, theme);
      else if (group) {
        const shown = dots && dotScale ? { values: dots, scale: dotScale } : null;
        drawMarks(context, group, layout.caption, size, theme, shown, captions);
        const [scale] = scales;
        if (scale?.kind !== 'diverging') return;
        const [, end] = scale.domain;
        drawPictureSigns(context, group, { ...pictures, values: frame.values, end }, theme);
      }
    };
    paint();
    return store.subscribe(paint);
  }, [layout, picture, size, tables, scales, theme, store, smooth, pictures, dotScale, captions]);

  return (
    <div ref={stage} className={slot('stage')}>
      <canvas ref={cells} className={slot('cells')} aria-hidden="true" />
      <canvas
        ref={marks}
        className={slot('marks')}
        aria-hidden="true"
        width={Math.round(size.width * size.ratio)}
        height={Math.round(size.height * size.ratio)}
      />
      {layout?.groups.map((group, index) => (
        <div key={group.layer}>
          {!pictures && (
            <div
              className={slot('header')}
              aria-hidden="true"
              style={{ left: group.x, top: group.y - headerHeight, height: headerHeight }}
            >
              {names[index]?.title}
            </div>
          )}
          <CellList
            group={group}
            index={index}
            names={names[index] ?? noNames}
            labelled={!pictures}
            store={store}
            tooltip={tooltip}
            words={words}
            slot={slot}
          />
        </div>
      ))}
    </div>
  );
}

const noNames: CellNames = { title: '', name: '', labels: null, quantity: '' };

/** The canvas's picture with the painter of its document, for as long as it is mounted; filled before later effects run. */
function usePicture(canvas: RefObject<HTMLCanvasElement | null>): RefObject<Picture | null> {
  const picture = useRef<Picture | null>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const attached = painterOf(canvas.current.ownerDocument).attach(canvas.current);
    picture.current = attached;
    return () => {
      attached.dispose();
      picture.current = null;
    };
  }, [canvas]);
  return picture;
}
