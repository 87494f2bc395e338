import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';

/**
 * What Storybook and the tests share: the packages resolve to their TypeScript sources, so that nothing has to be
 * built between an edit and its effect. Published packages know nothing of this condition.
 */
const source = '@neuroglow/source';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  worker: { format: 'es' },
});
