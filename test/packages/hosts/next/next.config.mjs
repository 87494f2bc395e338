// The packages that this page uses are linked from elsewhere on the disk.
export default { turbopack: { root: '/' }, outputFileTracingRoot: '/', experimental: { cpus: 1 } };
