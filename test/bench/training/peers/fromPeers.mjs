import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(new URL('../../peers/package.json', import.meta.url));

/** A package of the benchmarks' own manifest, by its CommonJS entry. */
export function fromPeers(name) {
  return require(name);
}

fromPeers.folderOf = (name) => dirname(require.resolve(`${name}/package.json`));
