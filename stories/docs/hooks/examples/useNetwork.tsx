import { useNetwork } from '@neuroglow/engine';

export function Example() {
  const network = useNetwork();
  return <output>{network ? network.layers.map(({ neurons }) => neurons).join('-') : 'unknown'}</output>;
}
