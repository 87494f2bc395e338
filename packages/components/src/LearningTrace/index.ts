export { LearningTrace } from './LearningTrace.js';
export { learningTraceMessages, type LearningTraceMessages } from './messages.js';
export type { LearningTraceProps, LearningTraceSlot, LearningTraceValues, TraceCrossing, TraceRow } from './types.js';
