export { TimelineScrubber } from './TimelineScrubber.js';
export type { TimelineScrubberProps, TimelineScrubberSlot } from './types.js';
export { timelineScrubberMessages, type TimelineScrubberMessages } from './messages.js';
