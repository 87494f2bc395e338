/* global document -- runs in the page */
import { Chart, Decimation, LinearScale, LineController, LineElement, PointElement } from 'chart.js';

Chart.register(Decimation, LinearScale, LineController, LineElement, PointElement);

/** With its decimation to minima and maxima, without animation: as its manual advises for long series. */
export async function chartjs(root, points) {
  const canvas = root.appendChild(document.createElement('canvas'));
  const data = Array.from(points.values(), (y, at) => ({ x: at + 1, y }));
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: [{ data, borderWidth: 1, pointRadius: 0 }] },
    options: {
      ...{ animation: false, parsing: false, normalized: true, maintainAspectRatio: false, events: [] },
      plugins: { decimation: { enabled: true, algorithm: 'min-max' }, legend: { display: false } },
      scales: { x: { type: 'linear' }, y: { type: 'linear' } },
    },
  });
  return (now) => {
    const values = now.values();
    for (let at = data.length; at < values.length; at++) data.push({ x: at + 1, y: values[at] });
    chart.update('none');
  };
}
