/** Everyone measured. `library` marks the JavaScript libraries that people would use instead, `python` the modules of those in Python. */
export const peers = {
  neuroglow: { prepare: async (job) => (await import('./peers/neuroglow.mjs')).neuroglow(job) },
  'neuroglow-dense': { prepare: async (job) => (await import('./peers/neuroglow.mjs')).neuroglowDense(job) },
  core: { prepare: async (job) => (await import('./peers/neuroglow.mjs')).core(job) },
  'tensorflow-wasm': {
    library: true,
    prepare: async (job) => (await import('./peers/tensorflow.mjs')).tensorflowWasm(job),
  },
  'tensorflow-cpu': {
    library: true,
    prepare: async (job) => (await import('./peers/tensorflow.mjs')).tensorflowCpu(job),
  },
  brain: { library: true, prepare: async (job) => (await import('./peers/brain.mjs')).brain(job) },
  convnet: { library: true, prepare: async (job) => (await import('./peers/convnet.mjs')).convnet(job) },
  synaptic: { library: true, prepare: async (job) => (await import('./peers/synaptic.mjs')).synaptic(job) },
  numpy: { python: ['numpy'] },
  pytorch: { python: ['numpy', 'torch'] },
};
