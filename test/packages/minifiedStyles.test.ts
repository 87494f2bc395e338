import { expect, it } from 'vitest';
import { minifyCss } from '../../.tools/minify-styles.mjs';

it('minified styles keep every space that means something', () => {
  const css = `
    /* A comment { with a brace */
    a :where(.b) > button:hover,
    c { margin: 0 calc(1px + 2%); color: rgb(1, 2, 3);
    }
    @media (forced-colors: active) and (hover: hover) { d { border: 0 } }`;
  expect(minifyCss(css).trim()).toBe(
    'a :where(.b) > button:hover,c{margin:0 calc(1px + 2%);color:rgb(1,2,3)}@media (forced-colors:active) and (hover:hover){d{border:0}}',
  );
});
