'use client';
import { ActivationHeatmap, CostPlot, NetworkGraph, TrainingControls } from '@neuroglow/components';
import { NeuroglowProvider, sgd, useTraining } from '@neuroglow/engine';
import { useEffect } from 'react';

const dataset = {
  inputs: new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]),
  targets: new Float32Array([0, 1, 1, 0]),
  rows: 4,
};

export function Lab({ nonce }) {
  const training = useTraining({
    network: { layers: [2, 4, 1], activation: 'tanh', outputActivation: 'sigmoid', seed: 7 },
    dataset,
    optimizer: sgd({ learningRate: 0.5 }),
  });
  useEffect(() => {
    globalThis.training = training;
  }, [training]);
  return (
    <NeuroglowProvider source={training} defaultInput={{ sample: 1 }} nonce={nonce}>
      <TrainingControls />
      <NetworkGraph />
      <CostPlot />
      <ActivationHeatmap aspect={3} />
      <p>What follows must not move.</p>
    </NeuroglowProvider>
  );
}
