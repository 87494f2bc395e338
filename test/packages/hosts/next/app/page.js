import { Lab } from './Lab.js';

export default function Page() {
  return <Lab />;
}
