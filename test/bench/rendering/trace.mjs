/** Main-thread milliseconds of each frame in a window, from Chromium's own trace of its tasks. */
export async function traceMainThread(page, during) {
  const client = await page.context().browser().newBrowserCDPSession();
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const done = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['toplevel', 'blink.user_timing', '__metadata'],
      recordMode: 'recordContinuously',
    },
  });
  await during();
  await client.send('Tracing.end');
  await done;
  await client.detach();
  return framesOf(events);
}

function framesOf(events) {
  const marks = events.filter(({ name, cat }) => name === 'bench-frame' && cat?.includes('blink.user_timing'));
  const [first] = marks;
  if (!first) return [];
  const tasks = events
    .filter(
      ({ ph, dur, pid, tid, name }) =>
        ph === 'X' && dur > 0 && pid === first.pid && tid === first.tid && /RunTask/.test(name),
    )
    .sort((a, b) => a.ts - b.ts);
  const starts = marks.map(({ ts }) => ts).sort((a, b) => a - b);
  const frames = new Array(Math.max(0, starts.length - 1)).fill(0);
  let at = 0;
  let covered = -Infinity;
  for (const { ts, dur } of tasks) {
    // A task within a task is part of it.
    if (ts + dur <= covered) continue;
    covered = ts + dur;
    // A frame's task begins before the mark that it makes.
    while (at + 1 < starts.length && ts + dur > starts[at + 1]) at++;
    if (ts + dur > starts[0] && at < frames.length) frames[at] += dur / 1000;
  }
  return frames;
}
