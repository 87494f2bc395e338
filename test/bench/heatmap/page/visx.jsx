import { HeatmapRect } from '@visx/heatmap';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { colorOf, placesOf } from './frames.js';

const color = Object.assign((value) => colorOf(value ?? 0), { domain: () => [-1, 1] });
const opacity = Object.assign(() => 1, { domain: () => [-1, 1] });

/** @visx/heatmap: an SVG of React elements, a map a component. */
export async function visx(element, what, first) {
  const { rows, columns } = what;
  const places = placesOf(what);
  const root = createRoot(element);
  const draw = (values) =>
    flushSync(() =>
      root.render(
        <svg width={960} height={600}>
          {places.map(({ x, y, cell }, map) => (
            <g key={map} transform={`translate(${x}, ${y})`}>
              <HeatmapRect
                data={Array.from({ length: columns }, (_, column) => ({
                  bin: column,
                  bins: Array.from({ length: rows }, (_, row) => ({
                    bin: row,
                    count: values[(map * rows + row) * columns + column],
                  })),
                }))}
                xScale={(column) => column * cell}
                yScale={(row) => row * cell}
                colorScale={color}
                opacityScale={opacity}
                binWidth={cell}
                binHeight={cell}
                gap={0}
              />
            </g>
          ))}
        </svg>,
      ),
    );
  draw(first);
  return { draw };
}
