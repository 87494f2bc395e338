// dist/styles.css: every component's styles, for server-rendered pages that do not want them in their HTML.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Writes the style sheet of the components, which tsc has just built. */
export async function writeStyleSheet(folder) {
  const dist = join(folder, 'dist');
  const load = (file) => import(pathToFileURL(join(dist, file)).href);
  const { loadedMark } = await load('shared/styleSheet.js');
  const { baseStyles } = await load('shared/baseStyles.js');
  const styles = new Map([[baseStyles.name, baseStyles]]);
  for (const file of styleModules(dist)) {
    for (const style of Object.values(await load(file)).flat()) if (isStyles(style)) styles.set(style.name, style);
  }
  const marks = [...styles.values()].map((style) => `  ${loadedMark(style).join(': ')};`);
  const rules = [...styles.values()].map(({ css }) => css.trim());
  writeFileSync(join(dist, 'styles.css'), [`:root {\n${marks.join('\n')}\n}`, ...rules].join('\n'));
}

/** Modules that define styles are called so: styles.js, legendStyles.js. */
export function styleModules(dist) {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /[sS]tyles\.js$/.test(file) && !file.endsWith('ServerStyles.js')).sort();
}

function isStyles(value) {
  return typeof value?.name === 'string' && typeof value.css === 'string';
}
