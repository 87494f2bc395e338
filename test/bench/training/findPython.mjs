import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const found = new Map();

/** The first python3 on PATH that can import those modules (machines often have several), else the first one's name, which will say what it lacks. */
export function findPython(modules) {
  const wanted = modules.join(', ');
  if (!found.has(wanted)) found.set(wanted, search(wanted) ?? 'python3');
  return found.get(wanted);
}

function search(wanted) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders
    .map((folder) => join(folder, 'python3'))
    .filter((path) => existsSync(path))
    .find((path) => spawnSync(path, ['-c', `import ${wanted}`]).status === 0);
}
