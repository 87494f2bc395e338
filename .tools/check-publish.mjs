// Runs before a package is published from the workspace. `npm publish` would publish a manifest that nobody can install: only pnpm replaces
// the workspace's versions and applies publishConfig.
const agent = process.env.npm_config_user_agent ?? '';

if (!agent.startsWith('pnpm/')) {
  console.error(
    `expected \`pnpm publish\`, got ${agent.split(' ')[0] || 'another way of publishing'}: it would publish workspace versions and the path to the sources.\n` +
      'Run `npm run build`, then `pnpm publish` in this folder.',
  );
  process.exit(1);
}

const { buildPackagesIfStale } = await import('./build.mjs');
await buildPackagesIfStale();
