/** So many records are kept whatever their times: a log of this size may be in any order. More would outlive the young generation of the heap. */
const LEAST = 1 << 12;

/**
 * What was last seen of each key, for as long as it can matter: at least over the last `seconds` of the
 * log, and always over the last `LEAST` records. Two maps take turns, so that old keys go all at once.
 */
export type Window<T> = {
  get: (key: string) => T | undefined;
  set: (key: string, value: T, time: number) => void;
  /** Records at times of which keys were already forgotten: a log that long must be in order of time. */
  late: () => number;
};

export function windowOf<T>(seconds: number, least = LEAST): Window<T> {
  let current = new Map<string, T>();
  let before = new Map<string, T>();
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [lowBefore, highBefore] = [low, high];
  let [lowGone, highGone] = [low, high];
  let [late, held] = [0, 0];
  return {
    get: (key) => current.get(key) ?? before.get(key),
    set(key, value, time) {
      if (time >= lowGone - seconds && time <= highGone + seconds) late++;
      // Records without times cannot say how long they matter.
      if (++held > least && !(high >= low && high - low <= seconds)) {
        [lowGone, highGone] = [Math.min(lowGone, lowBefore), Math.max(highGone, highBefore)];
        [before, lowBefore, highBefore] = [current, low, high];
        current = new Map();
        held = 1;
        [low, high] = [time, time];
      }
      if (time < low) low = time;
      if (time > high) high = time;
      current.set(key, value);
    },
    late: () => late,
  };
}
