import { useResponseMaps } from '@neuroglow/engine';

const shades = ' ░▒▓█';

/** The output neuron over both inputs, as text. */
export function Example() {
  const { frame } = useResponseMaps({ layer: 2, resolution: 12 });
  if (frame === null) return null;
  const { maps, resolution } = frame;
  const row = (from: number): string =>
    Array.from(maps.subarray(from, from + resolution), (a) => shades[Math.min(4, Math.floor(a * 5))]).join('');
  return (
    <output>
      <pre>{Array.from({ length: resolution }, (_, y) => row(y * resolution)).join('\n')}</pre>
    </output>
  );
}
