import {
  ActivationHeatmap,
  CostPlot,
  NetworkGraph,
  type HeatmapPoints,
  type NetworkGraphElement,
  type RenderedNeuron,
} from '@neuroglow/components';
import { NeuroglowProvider, splitDataset, type InputReference } from '@neuroglow/engine';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { Demo, DemoPanel } from '../Demo.js';
import { useUrlState } from '../useUrlState.js';
import { Segments } from './Controls.js';
import { DataSettings } from './DataSettings.js';
import { Control, HiddenControls, HideControls } from './HiddenControls.js';
import { NetworkSettings } from './NetworkSettings.js';
import './playground.css';
import { readState, writeState, type PlaygroundState, type PointsName } from './playgroundState.js';
import { usePlaygroundTraining, type Problem } from './playgroundTraining.js';
import { pointSets } from './pointSets.js';
import { RoundMap } from './RoundMap.js';
import { TrainingSettings } from './TrainingSettings.js';
import { useOwnPoints, type OwnPointsState } from './useOwnPoints.js';

/** How wide the plane is: the data sets lie within. */
const range = [
  [-6, 6],
  [-6, 6],
] as const;

/** Data of your choice, a network that you build while it learns, and what every neuron makes of the plane. */
export function PlaygroundDemo(): ReactElement {
  const [text, setText] = useUrlState('net', '');
  const state = useMemo(() => readState(text), [text]);
  const change = (part: Partial<PlaygroundState>): void => {
    setText(writeState({ ...state, ...part }));
  };
  const own = useOwnPoints();
  const problem = useProblem(state, own);
  const session = usePlaygroundTraining(state, problem);
  const [chosen, setChosen] = useState<{ readonly problem: Problem; readonly input: InputReference | null } | null>(
    null,
  );
  const busy = useMemo(() => busyRow(problem), [problem]);
  const points = useMemo(() => pointsOf(problem, state.points), [problem, state.points]);
  const graph = useRef<NetworkGraphElement>(null);
  const [hasLegend, setLegend] = useState(false);
  const output = state.hidden.length + 1;
  const outputs = session.network.layers.at(-1)?.neurons ?? 1;
  return (
    <NeuroglowProvider
      source={session}
      input={chosen?.problem === problem ? chosen.input : busy}
      onInputChange={(input) => {
        setChosen({ problem, input });
      }}
    >
      <HiddenControls.Provider value={state.hide}>
        <Demo
          title="Playground"
          watch="Press Start and watch the maps: each neuron of the first hidden layer draws a straight edge, and the layers behind it bend them into the shape of the data."
          graph={graph}
          menu={['speed']}
          extra={
            <HideControls
              hidden={state.hide}
              onChange={(hide) => {
                change({ hide });
              }}
            />
          }
        >
          <div className="playground__data">
            <DataSettings state={state} own={own} onChange={change} />
            <TrainingSettings state={state} onChange={change} />
          </div>
          <div className="playground__network">
            <NetworkSettings state={state} onChange={change} />
            <div className="demo__graph">
              <NetworkGraph
                ref={graph}
                neuronGlyph="responseMap"
                renderNeuron={renderMap}
                editable
                legend={hasLegend}
                aspect={1.1}
              />
            </div>
            <p className="playground__key">
              <span>Picture: activation over the plane. Line: weight. Ring: bias. Dashed: negative.</span>
              <label>
                <input
                  type="checkbox"
                  checked={hasLegend}
                  onChange={(event) => {
                    setLegend(event.target.checked);
                  }}
                />
                ranges
              </label>
            </p>
          </div>
          <div className="demo__side">
            <DemoPanel title="Answer" note={planeNote(problem, own, state)} className="playground__answer">
              <ActivationHeatmap
                mode="responseMaps"
                layer={Math.min(output, session.network.layers.length - 1)}
                range={range}
                resolution={outputs > 2 ? 48 : 64}
                points={points}
                threshold={problem.problem === 'classes'}
                discretize={state.discrete}
                domain={problem.problem === 'numbers' ? numbersDomain : 'run'}
                aspect={outputs > 2 ? 0.9 : 0.82}
                aria-label="Answer of the network over the plane"
              />
              <div className="playground__look">
                <Control name="points">
                  <Segments<PointsName>
                    label="Points"
                    value={state.points}
                    options={pointOptions}
                    onChange={(points) => change({ points })}
                  />
                </Control>
                <Control name="discrete">
                  <label>
                    <input
                      type="checkbox"
                      checked={state.discrete}
                      onChange={(event) => {
                        change({ discrete: event.target.checked });
                      }}
                    />
                    two colours
                  </label>
                </Control>
              </div>
            </DemoPanel>
            <Control name="cost">
              <DemoPanel title="Cost" note="training and held-out rows" className="demo__panel--plot">
                <CostPlot aspect={2} />
              </DemoPanel>
            </Control>
          </div>
        </Demo>
      </HiddenControls.Provider>
    </NeuroglowProvider>
  );
}

/** What the numbers to learn span. */
const numbersDomain = [-1, 1] as const;

const shownPoints = { training: 'training', test: 'validation', none: undefined } as const;

/** Rows of a data set; those of numbers in the map's own colours, so that a point that is met cannot be told from the map. */
function pointsOf(
  { problem, data }: Problem,
  shown: PointsName,
): HeatmapPoints | 'training' | 'validation' | undefined {
  const part = shownPoints[shown];
  if (part === undefined || problem === 'classes') return part;
  const { inputs, targets, rows } = data[part];
  const most = Math.min(rows, 1024);
  return { inputs: inputs.subarray(0, 2 * most), values: targets.subarray(0, most) };
}

/** Layer 1 has its pictures from the graph; the others have theirs in their discs. */
function renderMap({ layer, neuron, radius }: RenderedNeuron): ReactElement | null {
  return layer === 1 ? null : <RoundMap layer={layer} neuron={neuron} radius={radius} />;
}

const pointOptions = [
  { value: 'training', label: 'Training' },
  { value: 'test', label: 'Test' },
  { value: 'none', label: 'None' },
] as const;

/** The rows to learn and those held out; while the reader's own are not there, those of the first data set. */
function useProblem(state: PlaygroundState, own: OwnPointsState): Problem {
  const { data, noise, training, draw } = state;
  const ownPoints = data === 'own' ? own.points : null;
  return useMemo(() => {
    const split = { validation: 1 - training / 100, seed: draw };
    if (ownPoints) return { ...ownPoints, data: splitDataset(ownPoints.dataset, split) };
    const set = pointSets.find(({ name }) => name === data) ?? pointSets[0]!;
    const dataset = set.make({ rows: set.rows, noise: noise / 100, seed: draw });
    const { classNames = [] } = dataset;
    return { problem: set.problem, classNames, data: splitDataset(dataset, split) };
  }, [ownPoints, data, noise, training, draw]);
}

/** The row farthest from both axes: near them little flows through the network, and little is to be seen. */
function busyRow({ data }: Problem): InputReference {
  const { inputs, rows } = data.training;
  const distance = (row: number): number => Math.min(Math.abs(inputs[2 * row]!), Math.abs(inputs[2 * row + 1]!));
  let sample = 0;
  for (let row = 1; row < rows; row++) if (distance(row) > distance(sample)) sample = row;
  return { sample };
}

/** How many rows there are, and what the reader's own columns became. */
function planeNote({ data }: Problem, own: OwnPointsState, state: PlaygroundState): string {
  const rows = `${String(data.training.rows)} rows learned, ${String(data.validation.rows)} held out`;
  if (state.data !== 'own' || !own.data || !own.points) return rows;
  const [x, y] = own.points.ranges.map((one) => one.map((value) => String(Number(value.toPrecision(3)))).join('…'));
  return `${rows}; ±5 is ${own.data.x} ${x ?? ''}, ${own.data.y} ${y ?? ''}`;
}
