// The built engine, as a user would get it.
export {
  createConfiguration,
  createCoreTrainer,
  createKernelTrainer,
  createNetwork,
  createTraining,
  sgd,
} from '../../../packages/engine/dist/headless.js';
