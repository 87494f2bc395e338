import { useMetrics } from '@neuroglow/engine';

export function Example() {
  const { frame } = useMetrics('layerStatistics');
  return (
    <output>
      {frame?.layers.map(({ mean, spread }, index) => (
        <div key={index}>
          layer {index}: mean activation {mean.toFixed(2)}, spread {spread.toFixed(2)}
        </div>
      ))}
    </output>
  );
}
