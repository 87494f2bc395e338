import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { Line, LineChart, XAxis, YAxis } from 'recharts';

export async function recharts(root, points) {
  let data = Array.from(points.values(), (cost, at) => ({ step: at + 1, cost }));
  const app = createRoot(root);
  const show = () =>
    flushSync(() =>
      app.render(
        <LineChart width={960} height={400} data={data}>
          <XAxis dataKey="step" type="number" domain={['dataMin', 'dataMax']} />
          <YAxis />
          <Line dataKey="cost" dot={false} isAnimationActive={false} stroke="#16191d" />
        </LineChart>,
      ),
    );
  show();
  return (now) => {
    const values = now.values();
    data = data.concat(Array.from(values.subarray(data.length), (cost, at) => ({ step: data.length + at + 1, cost })));
    show();
  };
}
