import { CostPlot } from '@neuroglow/components';
import { CostHistory } from '@neuroglow/engine';
import { createRoot } from 'react-dom/client';

/**
 * The component, watching a source whose history is that of a session. A session's is in its worker; here, to count everything, appending to the pyramid and
 * reading it are on the main thread.
 */
export async function neuroglow(root, points) {
  const history = new CostHistory();
  history.append(1, points.values(), points.length());
  const watchers = new Set();
  const snapshot = { runId: 'bench', status: 'running', step: points.length(), error: null, notice: null };
  const frameOf = ({ range = 'all', points: most = 2048 }) => {
    const { steps, costs, means, recorded, notPositive } = history.read(most, range === 'all' ? undefined : range);
    const counts = { recorded, notFinite: 0, notPositive };
    const series = [{ name: 'cost', role: 'training', steps, values: costs, ...(means && { means }), counts }];
    return { kind: 'scalars', runId: 'bench', step: history.latestStep, series };
  };
  const source = {
    network: null,
    getSnapshot: () => snapshot,
    getServerSnapshot: () => snapshot,
    subscribe: () => () => undefined,
    supports: ({ kind }) => (kind === 'scalars' ? true : { reason: 'curves only' }),
    watch(view, options) {
      const watcher = { view, options };
      watchers.add(watcher);
      options.onFrame(frameOf(view));
      return () => watchers.delete(watcher);
    },
    read: () => Promise.reject(new Error('curves only')),
  };
  createRoot(root).render(<CostPlot source={source} aspect={2.4} style={{ inlineSize: 960 }} />);
  while (!root.querySelector('.uplot canvas')) await new Promise((resolve) => requestAnimationFrame(resolve));
  return (now, more) => {
    const values = now.values();
    history.append(values.length - more + 1, values.subarray(values.length - more), more);
    for (const { view, options } of watchers) options.onFrame(frameOf(view));
  };
}
