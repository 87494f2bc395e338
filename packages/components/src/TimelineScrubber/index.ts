export { TimelineScrubber } from './TimelineScrubber.js';
export type { DropSearch, TimelineScrubberProps, TimelineScrubberSlot } from './types.js';
export { timelineScrubberMessages, type TimelineScrubberMessages } from './messages.js';
