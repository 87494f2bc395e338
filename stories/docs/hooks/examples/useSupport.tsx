import { useSupport } from '@neuroglow/engine';

export function Example() {
  const support = useSupport({ kind: 'confusionMatrix' });
  return <output>{support === true ? 'A confusion matrix can be shown.' : support.reason}</output>;
}
