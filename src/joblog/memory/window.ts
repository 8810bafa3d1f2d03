import { ownText } from "./own-text.ts";

/** At least this many records are kept, whatever their times. A log of up to this size may be in any order. */
const LEAST = 1 << 12;

/** One remembered record. `same`: a value that must be equal in addition to the key. Times are in seconds, NaN if there is none. */
export type Kept = { name: string; same: number; submitted: number; finished: number; gaveUp: boolean; cost: number };

/**
 * The most recent records of a log by key: those of its last `seconds`, and always the last `least`. Keys are hashes of 64 bits and all other
 * fields are numbers, so that only the names are objects on the heap. Texts that outlive their line would cost more in garbage collection
 * than in comparison.
 */
export type Recent = {
  /** The newest record of a key; undefined if there is none. The next call reuses the returned object. */
  find: (key: Hash) => Kept | undefined;
  add: (key: Hash, kept: Kept) => void;
  /** The number of records that arrived out of order, after records of that time were already dropped. A long log must be sorted by time. */
  late: () => number;
};

/** 64 bits in two numbers. */
export type Hash = { low: number; high: number };

/** @param least a power of two */
export function recent(seconds: number, least = LEAST): Recent {
  const ring = new Ring(2 * least);
  let [lowGone, highGone] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let late = 0;
  return {
    find: (key) => ring.find(key),
    add: (key, kept) => {
      const { submitted } = kept;
      if (submitted >= lowGone - seconds && submitted <= highGone + seconds) late++;
      // A record without a time is dropped as soon as more than `least` are kept.
      while (ring.count >= least && !(Math.abs(submitted - ring.oldest()) <= seconds)) {
        const time = ring.oldest();
        if (time < lowGone) lowGone = time;
        if (time > highGone) highGone = time;
        ring.forget();
      }
      ring.add(key.low, key.high, kept);
    },
    late: () => late,
  };
}

/** The numbers stored for a record: submitted, finished, cost, same, and 1 if the client gave up. */
const FIELDS = 5;

/** A growing ring buffer of records in order of arrival. Records are found by key through chains of places whose keys have the same low bits. */
class Ring {
  count = 0;
  #first = 0;
  #size: number;
  /** The place of the newest record by the low bits of its key; -1 if there is none. `#next` leads to the record before it in the chain. */
  #heads: Int32Array;
  #next: Int32Array;
  #numbers: Float64Array;
  #hashes: Int32Array;
  #names: string[];
  readonly #found: Kept = { name: "", same: 0, submitted: 0, finished: 0, gaveUp: false, cost: 0 };

  /** @param size a power of two */
  constructor(size: number) {
    this.#size = size;
    this.#heads = new Int32Array(2 * size).fill(-1);
    this.#next = new Int32Array(size);
    this.#numbers = new Float64Array(FIELDS * size);
    this.#hashes = new Int32Array(2 * size);
    this.#names = new Array<string>(size).fill("");
  }

  /** The newest record of a key. */
  find({ low, high }: Hash): Kept | undefined {
    for (let at = this.#heads[this.#headOf(low)] as number; at !== -1; at = this.#next[at] as number) {
      if (this.#hashes[2 * at] === low && this.#hashes[2 * at + 1] === high) return this.#read(at);
    }
    return undefined;
  }

  /** When the oldest record was submitted, in seconds. */
  oldest(): number {
    return this.#numbers[FIELDS * this.#first] as number;
  }

  forget(): void {
    const [at, heads, next] = [this.#first, this.#heads, this.#next];
    const head = this.#headOf(this.#hashes[2 * at] as number);
    // The oldest record is at the end of its chain.
    if (heads[head] === at) heads[head] = -1;
    else for (let one = heads[head] as number; one !== -1; one = next[one] as number) if (next[one] === at) next[one] = -1;
    this.#first = (at + 1) & (this.#size - 1);
    this.count--;
  }

  add(low: number, high: number, { name, same, submitted, finished, gaveUp, cost }: Kept): void {
    if (this.count === this.#size) this.#grow();
    const at = (this.#first + this.count) & (this.#size - 1);
    const numbers = this.#numbers;
    this.count++;
    this.#hashes[2 * at] = low;
    this.#hashes[2 * at + 1] = high;
    this.#names[at] = ownText(name);
    numbers[FIELDS * at] = submitted;
    numbers[FIELDS * at + 1] = finished;
    numbers[FIELDS * at + 2] = cost;
    numbers[FIELDS * at + 3] = same;
    numbers[FIELDS * at + 4] = gaveUp ? 1 : 0;
    const head = this.#headOf(low);
    this.#next[at] = this.#heads[head] as number;
    this.#heads[head] = at;
  }

  #headOf(low: number): number {
    return low & (this.#heads.length - 1);
  }

  #read(at: number): Kept {
    const [found, numbers] = [this.#found, this.#numbers];
    found.name = this.#names[at] as string;
    found.submitted = numbers[FIELDS * at] as number;
    found.finished = numbers[FIELDS * at + 1] as number;
    found.cost = numbers[FIELDS * at + 2] as number;
    found.same = numbers[FIELDS * at + 3] as number;
    found.gaveUp = numbers[FIELDS * at + 4] === 1;
    return found;
  }

  /** Doubles the size, because more records than expected are within the window. */
  #grow(): void {
    const larger = new Ring(2 * this.#size);
    for (let index = 0; index < this.count; index++) {
      const at = (this.#first + index) & (this.#size - 1);
      larger.add(this.#hashes[2 * at] as number, this.#hashes[2 * at + 1] as number, this.#read(at));
    }
    this.#first = 0;
    this.#size = larger.#size;
    this.#heads = larger.#heads;
    this.#next = larger.#next;
    this.#numbers = larger.#numbers;
    this.#hashes = larger.#hashes;
    this.#names = larger.#names;
  }
}

/** Writes two 32-bit hashes of a text and of a second text or number into `into` (FNV-1a with two primes). */
export function hashOf(one: string, two: string | number, into: Hash): Hash {
  into.low = 0x811c9dc5;
  into.high = 0x1b873593;
  mixText(one, into);
  mix(0x1ff, into);
  if (typeof two === "string") mixText(two, into);
  else {
    // The 32 lowest bits, the bits above, and the fraction. Converting the number to text would create garbage.
    mix(two | 0, into);
    mix((two / 0x1_0000_0000) | 0, into);
    mix(((two % 1) * 0x7fff_ffff) | 0, into);
  }
  // The low bits of FNV are weak, but they choose the place.
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
