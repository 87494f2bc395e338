import { Lab } from '../Lab.js';

export default function Page() {
  return <Lab nonce="r4nd0m" />;
}
