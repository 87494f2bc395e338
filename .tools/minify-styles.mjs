// The CSS that components carry in their code, without its comments, indentation and line breaks.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Minifies the styles in modules that tsc has just built; such a module has its CSS in template literals. */
export function minifyStyles(dist, modules) {
  for (const file of modules) {
    const path = join(dist, file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/`[^`]*`/g, (css) => minifyCss(css)),
    );
  }
}

/** Keeps the spaces that mean something: between selectors, in values, around + and −. */
export function minifyCss(css) {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;}/g, '}');
}
