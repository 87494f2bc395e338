import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

export async function visx(root, points) {
  const app = createRoot(root);
  const show = (now) => {
    const values = now.values();
    const x = scaleLinear({ domain: [0, values.length], range: [50, 940] });
    const y = scaleLinear({ domain: [0, 1.3], range: [370, 10] });
    flushSync(() =>
      app.render(
        <svg width={960} height={400}>
          <AxisLeft scale={y} left={50} />
          <AxisBottom scale={x} top={370} />
          <LinePath data={values} x={(_, at) => x(at + 1)} y={(cost) => y(cost)} stroke="#16191d" />
        </svg>,
      ),
    );
  };
  show(points);
  return show;
}
