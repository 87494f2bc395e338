/**
 * Which connections stand out. input: those through which much flows for the input looked at. none: all alike. strongest: only the strongest are
 * drawn.
 */
export type Emphasis = 'input' | 'none' | 'strongest';
