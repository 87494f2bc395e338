import { FeatureMaps, Filters, NetworkGraph } from '@neuroglow/components';
import { useNetwork, useSupport, type TrainingSource } from '@neuroglow/engine';
import { useState, type ReactElement } from 'react';
import '../demo.css';
import './models.css';

export interface ModelPicturesProps {
  readonly source: TrainingSource;
  /** Whether the layer is shown by z instead of a. */
  readonly quantity?: 'activation' | 'preActivation';
}

/** A model of another library: its graph, and one of its layers as feature maps and filters. */
export function ModelPictures({ source, quantity = 'activation' }: ModelPicturesProps): ReactElement {
  const network = useNetwork(source);
  const pictures = network?.layers.flatMap(({ name, kind, shape }, layer) =>
    shape.length === 3 && layer > 0 ? [{ layer, name, kind }] : [],
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const layer = pictures?.find((one) => one.layer === chosen)?.layer ?? pictures?.[0]?.layer ?? null;
  const hasFilters = useSupport(layer === null ? null : { kind: 'filters', layer }, { source }) === true;
  return (
    <div className="models__pictures">
      <NetworkGraph source={source} aspect={2.2} />
      {layer !== null && pictures !== undefined && (
        <>
          <label className="models__layer">
            Layer{' '}
            <select value={layer} onChange={(event) => setChosen(Number(event.target.value))}>
              {pictures.map((one) => (
                <option key={one.layer} value={one.layer}>
                  {one.layer} · {one.name} ({one.kind})
                </option>
              ))}
            </select>
          </label>
          <div className="models__pair">
            <FeatureMaps source={source} layer={layer} quantity={quantity} />
            {hasFilters && <Filters source={source} layer={layer} />}
          </div>
        </>
      )}
    </div>
  );
}
