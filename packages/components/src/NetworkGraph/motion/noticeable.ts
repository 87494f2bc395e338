/** A change of at least this share of the domain is shown. */
export const LEAST_CHANGE = 0.02;
/** Fewest steps that a change is counted over: over a single step, hardly any weight moves that far. */
export const LEAST_STEPS = 50;
