import uPlot from 'uplot';

/** The whole series to uPlot, every frame. */
export async function uplot(root, points) {
  const chart = new uPlot(
    {
      ...{ width: 960, height: 400, legend: { show: false }, cursor: { show: false } },
      scales: { x: { time: false } },
      series: [{}, { stroke: '#16191d', width: 1 }],
    },
    [points.steps(), points.values()],
    root,
  );
  return (now) => chart.setData([now.steps(), now.values()]);
}
