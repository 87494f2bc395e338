import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/**
 * What the first page needs is asked for with the first bytes of the frame, instead of module by module once Storybook's own
 * runtime has started. Other stories do not ask for it.
 */
export function preloadFirstPage(): Plugin {
  return {
    name: 'neuroglow:preload-first-page',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => (bundle ? [preloader(bundle)] : []),
    },
  };
}

function preloader(bundle: Rolldown.OutputBundle): HtmlTagDescriptor {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const story = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/Introduction.stories.tsx'));
  const renderer = chunks.find(({ name }) => name === 'react-18');
  if (!story || !renderer) throw new Error('The first page or React’s renderer is in no chunk of its own any more.');
  const modules = [...withImports([story, renderer], bundle)];
  const data = Object.keys(bundle).filter((name) => /digits.*\.gz$/.test(name));
  const lists = JSON.stringify([modules, data]);
  return {
    tag: 'script',
    injectTo: 'head-prepend',
    children: `if (/[?&]id=(\\*|introduction--introduction)(&|$)/.test(location.search)) {
  const [modules, data] = ${lists};
  const ask = (href, options) => document.head.append(Object.assign(document.createElement('link'), { href, ...options }));
  for (const href of modules) ask(href, { rel: 'modulepreload' });
  for (const href of data) ask(href, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
}`,
  };
}

function withImports(entries: readonly Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>();
  const visit = (chunk: Rolldown.OutputChunk): void => {
    if (found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') visit(imported);
    }
  };
  for (const entry of entries) visit(entry);
  return found;
}
