/**
 * The distribution of a random whole number of units, as its characteristic function. Units are what a job, a take, a clip or a month
 * bills, in steps of one amount. `re` and `im` are the mean of z^units at z = e^(2πi m / size) for m = 0 … size / 2; the other half is
 * the complex conjugate. The wave of a sum of independent numbers is the product of their waves. The wave of one of several
 * alternatives is the sum of their waves, each times its chance.
 */
export type Wave = { re: Float64Array; im: Float64Array };

/** A wave of zeros, to add to. `size`: the number of amounts, an even number; a power of two for `chancesIn`. */
export function noWave(size: number): Wave {
  return { re: new Float64Array(size / 2 + 1), im: new Float64Array(size / 2 + 1) };
}

/** Adds `factor` × a × b to `sum`, in place. */
export function addProduct(sum: Wave, a: Wave, b: Wave, factor = 1): Wave {
  for (let m = 0; m < sum.re.length; m++) {
    const [x, y, u, v] = [a.re[m] as number, a.im[m] as number, b.re[m] as number, b.im[m] as number];
    sum.re[m] = (sum.re[m] as number) + factor * (x * u - y * v);
    sum.im[m] = (sum.im[m] as number) + factor * (x * v + y * u);
  }
  return sum;
}

/** Adds `factor` × `one` to `sum`, in place. */
export function addScaled(sum: Wave, one: Wave, factor: number): Wave {
  for (let m = 0; m < sum.re.length; m++) {
    sum.re[m] = (sum.re[m] as number) + factor * (one.re[m] as number);
    sum.im[m] = (sum.im[m] as number) + factor * (one.im[m] as number);
  }
  return sum;
}

/** Adds the alternative of exactly this many units, with its chance. */
export function addUnits(sum: Wave, units: number, chance: number): Wave {
  const size = 2 * (sum.re.length - 1);
  for (let m = 0; m < sum.re.length; m++) {
    const angle = (2 * Math.PI * ((units * m) % size)) / size;
    sum.re[m] = (sum.re[m] as number) + chance * Math.cos(angle);
    sum.im[m] = (sum.im[m] as number) + chance * Math.sin(angle);
  }
  return sum;
}

/** The sum of `count` independent copies, with `count` a whole number. */
export function power(one: Wave, count: number): Wave {
  const size = 2 * (one.re.length - 1);
  let result = addUnits(noWave(size), 0, 1);
  let square = one;
  for (let left = count; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = addProduct(noWave(size), result, square);
    if (left > 1) square = addProduct(noWave(size), square, square);
  }
  return result;
}

/** The sum of a Poisson number of independent copies: exp(mean × (wave − 1)). */
export function compound(one: Wave, mean: number): Wave {
  const size = 2 * (one.re.length - 1);
  const result = noWave(size);
  for (let m = 0; m < one.re.length; m++) {
    const [length, angle] = [Math.exp(mean * ((one.re[m] as number) - 1)), mean * (one.im[m] as number)];
    result.re[m] = length * Math.cos(angle);
    result.im[m] = length * Math.sin(angle);
  }
  return result;
}

/** The sum of a geometric number of independent copies, where `chance` is that of one more: (1 − chance) / (1 − chance × wave). */
export function geometric(one: Wave, chance: number): Wave {
  const size = 2 * (one.re.length - 1);
  const result = noWave(size);
  for (let m = 0; m < one.re.length; m++) {
    const [x, y] = [1 - chance * (one.re[m] as number), -chance * (one.im[m] as number)];
    const scale = (1 - chance) / (x * x + y * y);
    result.re[m] = scale * x;
    result.im[m] = -scale * y;
  }
  return result;
}

/** The chance of each number of units from 0 to size − 1, by the inverse Fourier transform. A larger number counts at its remainder modulo `size`. */
export function chancesIn({ re, im }: Wave): Float64Array {
  const half = re.length - 1;
  const size = 2 * half;
  const [cosines, sines] = [new Float64Array(size), new Float64Array(size)];
  for (let m = 0; m < size; m++) [cosines[m], sines[m]] = [Math.cos((2 * Math.PI * m) / size), Math.sin((2 * Math.PI * m) / size)];
  const [real, imaginary] = [new Float64Array(size), new Float64Array(size)];
  for (let m = 0; m <= half; m++) {
    [real[m], imaginary[m]] = [re[m] as number, im[m] as number];
    if (m > 0 && m < half) [real[size - m], imaginary[size - m]] = [re[m] as number, -(im[m] as number)];
  }
  transform(real, imaginary, cosines, sines);
  return real.map((chance) => Math.max(0, chance / size));
}

/** The fast Fourier transform (Cooley and Tukey 1965), in place. The number of values is a power of two. */
function transform(re: Float64Array, im: Float64Array, cosines: Float64Array, sines: Float64Array): void {
  const size = re.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j] as number, re[i] as number];
      [im[i], im[j]] = [im[j] as number, im[i] as number];
    }
  }
  for (let span = 2; span <= size; span *= 2) {
    for (let start = 0; start < size; start += span) {
      for (let k = 0; k < span / 2; k++) {
        const at = (k * size) / span;
        const [c, s] = [cosines[at] as number, -(sines[at] as number)];
        const [a, b] = [start + k, start + k + span / 2];
        const [x, y] = [(re[b] as number) * c - (im[b] as number) * s, (re[b] as number) * s + (im[b] as number) * c];
        [re[b], im[b]] = [(re[a] as number) - x, (im[a] as number) - y];
        [re[a], im[a]] = [(re[a] as number) + x, (im[a] as number) + y];
      }
    }
  }
}
