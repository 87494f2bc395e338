// Paths that differ only in letter case are one file on macOS and Windows, and half of what was meant is gone.
import { execFileSync } from 'node:child_process';
import { root, say } from './processes.mjs';

/** Endings of files that become, or sit beside, one module: `Foo.tsx` and `foo.ts` both compile to a `foo.js`. */
const ending = /(\.d)?\.[cm]?[jt]sx?(\.map)?$/;

/** Groups of paths that are equal when lower-cased; of modules, the ending aside. Folders count like files. */
export function sameButForCase(paths) {
  const spellings = new Map();
  const add = (key, spelling) => {
    const known = spellings.get(key) ?? new Set();
    spellings.set(key, known.add(spelling));
  };
  for (const path of paths) {
    const parts = path.split(/[\\/]/);
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      add(`${folder.toLowerCase()}/`, `${folder}/`);
    }
    const file = parts.join('/');
    const stem = file.replace(ending, '');
    add(stem.toLowerCase(), stem);
  }
  return [...spellings.values()].filter((group) => group.size > 1).map((group) => [...group].sort());
}

/** Looks at every file that git tracks or would track. Gives 0, or 1 where there are collisions. */
export function lintLetterCase() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const collisions = sameButForCase(listed.split('\0').filter(Boolean));
  for (const group of collisions) say(`Differ only in letter case, rename all but one: ${group.join(', ')}`);
  return collisions.length === 0 ? 0 : 1;
}
