/** Numbers of equal rank in a row: single values, or stretches of values with their extremes and their sum. */
export interface Entries {
  /** Least and largest value of each entry; the same array twice where each entry is a single value. */
  readonly lows: ArrayLike<number>;
  readonly highs: ArrayLike<number>;
  readonly sums: ArrayLike<number>;
  /** How many values of each entry are not positive. Left out: each entry is a single value. */
  readonly notPositive?: ArrayLike<number>;
}

/** What is known of a stretch of entries. */
export interface Stretch {
  /** Entry with the least and with the largest finite value, the first of equals; −1 if there is none. */
  lowAt: number;
  highAt: number;
  /** First entry that is not finite; −1 if there is none. */
  oddAt: number;
  /** Over the finite entries. */
  sum: number;
  finite: number;
  /** Finite values that are zero or negative: a log axis cannot show them. */
  notPositive: number;
}

/** Entries per group, and groups per group of the next level. */
const fanout = 16;
const shift = 4;

/**
 * A pyramid over entries. Each level keeps the minima, maxima and sums of groups of 16 of the level below, so that those of any stretch
 * are found in a time that grows with the logarithm of its length. Levels take about two bytes per entry.
 */
export class ExtremesIndex {
  #entries: Entries;
  /** [level − 1]: groups of 16^level entries. */
  #levels: Level[] = [];

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  /** Replaces the entries by others: nothing of them is indexed yet. */
  reset(entries: Entries): void {
    this.#entries = entries;
    this.#levels = [];
  }

  /** Replaces the arrays by longer ones that begin with the same entries. */
  extend(entries: Entries): void {
    this.#entries = entries;
  }

  /** Indexes the first `length` entries, which must not change afterwards. Entries beyond are scanned by `find`. */
  grow(length: number): void {
    for (let level = 1, groups = length >>> shift; groups > 0; level++, groups >>>= shift) {
      const built = (this.#levels[level - 1] ??= new Level());
      for (let group = built.length; group < groups; group++) {
        const stretch = emptyStretch();
        for (let part = group * fanout; part < (group + 1) * fanout; part++) this.#add(stretch, level - 1, part);
        built.push(stretch);
      }
    }
  }

  /** The extremes of the entries in [from, to). */
  find(from: number, to: number): Stretch {
    const stretch = emptyStretch();
    let at = from;
    while (at < to) {
      let level = 0;
      let size = 1;
      for (; level < this.#levels.length; level++, size *= fanout) {
        const wider = size * fanout;
        if (at % wider !== 0 || at + wider > to || at / wider >= this.#levels[level]!.length) break;
      }
      this.#add(stretch, level, at / size);
      at += size;
    }
    return stretch;
  }

  #add(into: Stretch, level: number, at: number): void {
    if (level === 0) this.#addEntry(into, at);
    else this.#addGroup(into, this.#levels[level - 1]!, at);
  }

  #addEntry(into: Stretch, at: number): void {
    const { lows, highs, sums, notPositive } = this.#entries;
    const low = lows[at]!;
    const high = highs[at]!;
    // Infinite minus infinite is NaN, as is anything with NaN.
    if (Number.isNaN(low - low + (high - high))) {
      if (into.oddAt < 0) into.oddAt = at;
      return;
    }
    if (into.lowAt < 0 || low < lows[into.lowAt]!) into.lowAt = at;
    if (into.highAt < 0 || high > highs[into.highAt]!) into.highAt = at;
    into.sum += sums[at]!;
    into.finite++;
    into.notPositive += notPositive ? notPositive[at]! : low > 0 ? 0 : 1;
  }

  #addGroup(into: Stretch, level: Level, group: number): void {
    const { lows, highs } = this.#entries;
    const low = level.lowAt[group]!;
    const high = level.highAt[group]!;
    const odd = level.oddAt[group]!;
    if (low >= 0 && (into.lowAt < 0 || lows[low]! < lows[into.lowAt]!)) into.lowAt = low;
    if (high >= 0 && (into.highAt < 0 || highs[high]! > highs[into.highAt]!)) into.highAt = high;
    if (into.oddAt < 0) into.oddAt = odd;
    into.sum += level.sum[group]!;
    into.finite += level.finite[group]!;
    into.notPositive += level.notPositive[group]!;
  }
}

function emptyStretch(): Stretch {
  return { lowAt: -1, highAt: -1, oddAt: -1, sum: 0, finite: 0, notPositive: 0 };
}

/** Groups of one size, in arrays that double. */
class Level {
  length = 0;
  lowAt: Int32Array = new Int32Array(fanout);
  highAt: Int32Array = new Int32Array(fanout);
  oddAt: Int32Array = new Int32Array(fanout);
  sum: Float64Array = new Float64Array(fanout);
  finite: Uint32Array = new Uint32Array(fanout);
  /** Of values, which may be many more than entries. */
  notPositive: Float64Array = new Float64Array(fanout);

  push({ lowAt, highAt, oddAt, sum, finite, notPositive }: Stretch): void {
    const at = this.length++;
    if (at === this.lowAt.length) this.#double();
    this.lowAt[at] = lowAt;
    this.highAt[at] = highAt;
    this.oddAt[at] = oddAt;
    this.sum[at] = sum;
    this.finite[at] = finite;
    this.notPositive[at] = notPositive;
  }

  #double(): void {
    const length = this.lowAt.length * 2;
    const grown = <A extends Int32Array | Float64Array | Uint32Array>(to: A, from: A): A => (to.set(from), to);
    this.lowAt = grown(new Int32Array(length), this.lowAt);
    this.highAt = grown(new Int32Array(length), this.highAt);
    this.oddAt = grown(new Int32Array(length), this.oddAt);
    this.sum = grown(new Float64Array(length), this.sum);
    this.finite = grown(new Uint32Array(length), this.finite);
    this.notPositive = grown(new Float64Array(length), this.notPositive);
  }
}
