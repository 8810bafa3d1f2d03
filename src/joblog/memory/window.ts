import { ownText } from "./own-text.ts";

/** So many records are kept whatever their times: a log of this size may be in any order. */
const LEAST = 1 << 12;

/** One record that is kept. `same`: what must be equal beside the key. Times in seconds, NaN where there is none. */
export type Kept = { name: string; same: number; submitted: number; finished: number; gaveUp: boolean; cost: number };

/**
 * The last records of a log by key, for as long as they can matter: at least over its last `seconds`, and
 * always the last `least`. Keys are kept as 64 bits of hash and all else as numbers, so that nothing but a
 * name of each stays on the heap: texts that outlive their line cost more to collect than to compare.
 */
export type Recent = {
  /** The newest record of a key; undefined where none is kept. The answer is used again by the next call. */
  find: (key: Hash) => Kept | undefined;
  add: (key: Hash, kept: Kept) => void;
  /** Records at times of which others were already forgotten: a longer log must be in order of time. */
  late: () => number;
};

/** 64 bits in two numbers. */
export type Hash = { low: number; high: number };

/** @param least a power of two */
export function recent(seconds: number, least = LEAST): Recent {
  let size = 2 * least;
  let heads = new Int32Array(2 * size).fill(-1);
  let next = new Int32Array(size);
  let numbers = new Float64Array(5 * size);
  let hashes = new Int32Array(2 * size);
  let names = new Array<string>(size).fill("");
  let [first, count] = [0, 0];
  let [lowGone, highGone] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let late = 0;
  const found: Kept = { name: "", same: 0, submitted: 0, finished: 0, gaveUp: false, cost: 0 };

  const headOf = (low: number): number => low & (heads.length - 1);

  const forget = (): void => {
    const at = first;
    const head = headOf(hashes[2 * at] as number);
    // The oldest is the last of its chain.
    if (heads[head] === at) heads[head] = -1;
    else for (let one = heads[head] as number; one !== -1; one = next[one] as number) if (next[one] === at) next[one] = -1;
    const time = numbers[5 * at] as number;
    if (time < lowGone) lowGone = time;
    if (time > highGone) highGone = time;
    first = (first + 1) & (size - 1);
    count--;
  };

  const put = (low: number, high: number, { name, same, submitted, finished, gaveUp, cost }: Kept): void => {
    const at = (first + count) & (size - 1);
    count++;
    hashes[2 * at] = low;
    hashes[2 * at + 1] = high;
    names[at] = ownText(name);
    numbers[5 * at] = submitted;
    numbers[5 * at + 1] = finished;
    numbers[5 * at + 2] = cost;
    numbers[5 * at + 3] = same;
    numbers[5 * at + 4] = gaveUp ? 1 : 0;
    const head = headOf(low);
    next[at] = heads[head] as number;
    heads[head] = at;
  };

  const read = (at: number): Kept => {
    found.name = names[at] as string;
    found.submitted = numbers[5 * at] as number;
    found.finished = numbers[5 * at + 1] as number;
    found.cost = numbers[5 * at + 2] as number;
    found.same = numbers[5 * at + 3] as number;
    found.gaveUp = numbers[5 * at + 4] === 1;
    return found;
  };

  /** More than was provided for lie within the window. */
  const grow = (): void => {
    const old = { first, count, size, numbers, hashes, names };
    size *= 2;
    heads = new Int32Array(2 * size).fill(-1);
    next = new Int32Array(size);
    numbers = new Float64Array(5 * size);
    hashes = new Int32Array(2 * size);
    names = new Array<string>(size).fill("");
    [first, count] = [0, 0];
    for (let index = 0; index < old.count; index++) {
      const at = (old.first + index) & (old.size - 1);
      const [submitted, finished, cost, same, gaveUp] = old.numbers.subarray(5 * at, 5 * at + 5) as unknown as [number, number, number, number, number];
      put(old.hashes[2 * at] as number, old.hashes[2 * at + 1] as number, {
        name: old.names[at] as string,
        same,
        submitted,
        finished,
        gaveUp: gaveUp === 1,
        cost,
      });
    }
  };

  return {
    find({ low, high }) {
      for (let at = heads[headOf(low)] as number; at !== -1; at = next[at] as number) {
        if (hashes[2 * at] === low && hashes[2 * at + 1] === high) return read(at);
      }
      return undefined;
    },
    add({ low, high }, kept) {
      const { submitted } = kept;
      if (submitted >= lowGone - seconds && submitted <= highGone + seconds) late++;
      // A record without a time cannot say how long it matters.
      while (count >= least && !(Math.abs(submitted - (numbers[5 * first] as number)) <= seconds)) forget();
      if (count === size) grow();
      put(low, high, kept);
    },
    late: () => late,
  };
}

/** Two hashes of 32 bits of a text and a text or number after it (FNV-1a with two primes). */
export function hashOf(one: string, two: string | number, into: Hash): Hash {
  into.low = 0x811c9dc5;
  into.high = 0x1b873593;
  mixText(one, into);
  mix(0x1ff, into);
  if (typeof two === "string") mixText(two, into);
  else {
    // Its 32 lowest bits, those above, and its fraction: a number as text would outlive its line.
    mix(two | 0, into);
    mix((two / 0x1_0000_0000) | 0, into);
    mix(((two % 1) * 0x7fff_ffff) | 0, into);
  }
  // The last bits of FNV are weak, and they choose the place.
  into.low ^= into.low >>> 15;
  into.high ^= into.high >>> 13;
  return into;
}

function mixText(text: string, into: Hash): void {
  let { low, high } = into;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  into.low = low;
  into.high = high;
}

function mix(number: number, into: Hash): void {
  into.low = Math.imul(into.low ^ number, 0x01000193);
  into.high = Math.imul(into.high ^ number, 0x85ebca6b);
}
