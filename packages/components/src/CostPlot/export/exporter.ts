import { backgroundOf } from '../../drawing/svg/text.js';
import { rasterizeSvg } from '../../drawing/svg/rasterizeSvg.js';
import type { PlotController, PlotInput } from '../interaction/plotController.js';
import type { CostPlotMessages } from '../messages.js';
import type { LegendItem } from '../PlotLegend.js';
import { describeScene } from '../words/describeScene.js';
import { writeCost } from '../words/writeCost.js';
import { writeCsv } from './csv.js';
import type { Exporter } from './exporterInterface.js';
import { writeSvg } from './svg.js';

export interface ExporterOptions {
  readonly controller: PlotController;
  readonly input: () => PlotInput;
  readonly words: CostPlotMessages;
  /** Of the curves shown, and notes without a line. */
  readonly legend: () => readonly (LegendItem | string)[];
  readonly root: HTMLElement;
}

/** The exporting functions of a drawn plot. */
export function exporterOf({ controller, input, words, legend, root }: ExporterOptions): Exporter {
  const write = (): ReturnType<typeof writeSvg> => {
    const { size, theme, format, axisNames, settings } = input();
    const scene = controller.scene();
    return writeSvg({
      ...{ scene, size, theme, format, words: axisNames, x: settings.x, box: controller.box() },
      background: backgroundOf(root, theme.colors.surface),
      title: root.getAttribute('aria-label') ?? words.label,
      description: describeScene(scene, words, format),
      legend: legend().map((item) => {
        if (typeof item === 'string') return { text: item, style: null };
        const { name, style, value } = item;
        const last = value?.series.values[value.series.values.length - 1];
        return { text: last === undefined ? name : words.value(name, writeCost(last, words, format)), style };
      }),
    });
  };
  return {
    toSVG: () => write().svg,
    toPNG({ scale = 2 } = {}) {
      const { svg, width, height } = write();
      return rasterizeSvg(root.ownerDocument, svg, width, height, scale);
    },
    toCSV: () => writeCsv(controller.scene()),
  };
}
