import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc: 100 on every Linux that Chromium runs on. */
const TICKS = 100;

/** A process and all that it started. Linux only. */
function treeOf(root) {
  const children = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const parent = fieldsOf(entry)[1];
      children.set(parent, [...(children.get(parent) ?? []), entry]);
    } catch {
      // It ended while we were looking.
    }
  }
  const tree = [String(root)];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** What follows the name in /proc/PID/stat: state, parent, … */
function fieldsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Milliseconds of CPU that all processes of a tree have used. */
export function cpuOf(root) {
  let ticks = 0;
  for (const pid of treeOf(root)) {
    try {
      const fields = fieldsOf(pid);
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // Ended meanwhile.
    }
  }
  return (ticks * 1000) / TICKS;
}

/** Megabytes of a tree; memory that processes share is counted once. */
export function memoryOf(root) {
  let kilobytes = 0;
  for (const pid of treeOf(root)) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // Ended meanwhile, or not ours to read.
    }
  }
  return kilobytes / 1024;
}
