/** Points that are there before each frame appends 1,000 more. */
export const cases = { '1k': 1_000, '100k': 100_000, '1M': 1_000_000, '10M': 10_000_000 };

/** Who draws, and up to how many points it is worth waiting for. */
export const peers = {
  empty: Infinity,
  neuroglow: Infinity,
  uplot: Infinity,
  chartjs: Infinity,
  visx: Infinity,
  recharts: 1_000_000,
};
