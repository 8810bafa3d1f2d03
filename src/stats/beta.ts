/*
 * The Beta distribution and its inverse, precise to at least eleven digits and mostly to the last one. Whatever is the same for all
 * quantiles of one distribution is computed once.
 */

/** The coefficients of Lanczos' approximation of ln Γ with g = 607/128, by P. Godfrey; good to 15 digits. */
const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 3.399464998481189e-5, 4.652362892704858e-5,
  -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
];

function lnGamma(x: number): number {
  let sum = LANCZOS[0] as number;
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] as number) / (x + i - 1);
  const t = x + 607 / 128 - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** From this number on, Stirling's series is precise to 15 digits. */
const LARGE = 20;

/** What Stirling's series adds to (x − ½) ln x − x + ½ ln 2π. */
function stirling(x: number): number {
  const inverse = 1 / (x * x);
  return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
}

/** ln B(a, b). For large numbers, the logarithms of Γ are large and nearly equal, so their difference is computed directly. */
function lnBeta(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a];
  if (more < LARGE) return lnGamma(less) + lnGamma(more) - lnGamma(less + more);
  const rest = stirling(more) - stirling(less + more) - (more - 0.5) * Math.log1p(less / more);
  if (less < LARGE) return lnGamma(less) + rest - less * Math.log(less + more) + less;
  return 0.5 * Math.log(2 * Math.PI) + stirling(less) + rest + (less - 0.5) * Math.log(less / (less + more)) - 0.5 * Math.log(less + more);
}

/** A Beta distribution; `lnB` is the logarithm of the Beta function of a and b. */
type Beta = { a: number; b: number; lnB: number };

/** Replaces a smaller number where the continued fraction divides by it. */
const TINY = 1e-300;

const MOST_TERMS = 10_000;

/** The continued fraction of the incomplete Beta function, by Lentz's method. It converges fast for x < (a + 1) / (a + b + 2). */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let h = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    if (Math.abs(d * c - 1) < Number.EPSILON) break;
  }
  return h;
}

/** P(X ≤ x) of Beta(a, b), and its density there. */
function below(x: number, { a, b, lnB }: Beta): [share: number, density: number] {
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnB);
  const share = x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
  return [share, front / (x * (1 - x))];
}

/** The most steps of the search for a quantile. It bisects where Halley's method leaves the bounds. */
const MOST_STEPS = 200;

/**
 * The x in 0–1 below which Beta(a, b) lies with probability p. 1 in 20 jobs failed, which is Beta(1.5, 19.5): 95% of it lies below
 * 0.1796. The search uses Halley's method, with a bound on each side of the quantile.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return quantileOf(p, { a, b, lnB: lnBeta(a, b) });
}

/** Beta(a, b) for many quantiles p (0–1), or for many shares P(X ≤ x). */
export function betaOf(a: number, b: number): { quantile: (p: number) => number; cdf: (x: number) => number } {
  const beta: Beta = { a, b, lnB: lnBeta(a, b) };
  return { quantile: (p) => quantileOf(p, beta), cdf: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : below(x, beta)[0]) };
}

function quantileOf(p: number, beta: Beta): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const { a, b } = beta;
  let [low, high] = [0, 1];
  let x = guess(p, beta);
  for (let i = 0; i < MOST_STEPS; i++) {
    const [share, density] = below(x, beta);
    if (share < p) low = x;
    else high = x;
    // Halley's method corrects Newton's step by the slope of the density.
    const step = (share - p) / density;
    const bend = 0.5 * step * ((a - 1) / x - (b - 1) / (1 - x));
    const next = x - step / Math.max(0.5, 1 - Math.min(1, bend));
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    const isInside = next > low && next < high;
    const to = isInside ? next : low > 0 && high < 1 ? (low + high) / 2 : low === 0 ? Math.max(high / 16, Number.MIN_VALUE) : (low + 1) / 2;
    // The error of Halley's method is cubed by each step: after a step this small, none is left.
    if (isInside && Math.abs(to - x) <= 1e-6 * Math.min(x, 1 - x)) return to;
    if (high - low <= Number.EPSILON * x) return x;
    x = to;
  }
  return x;
}

/** Where the search starts. If a and b are at least 1: Abramowitz and Stegun 26.5.22. Else: near 0 and 1 by the first term of the series, or at the mean. */
function guess(p: number, { a, b, lnB }: Beta): number {
  if (a >= 1 && b >= 1) {
    const tail = p < 0.5 ? p : 1 - p;
    const t = Math.sqrt(-2 * Math.log(tail));
    const z = ((2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481)) - t) * (p < 0.5 ? -1 : 1);
    const lambda = (z * z - 3) / 6;
    const harmonic = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
    const w = (z * Math.sqrt(harmonic + lambda)) / harmonic - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5 / 6 - 2 / (3 * harmonic));
    const x = a / (a + b * Math.exp(2 * w));
    if (x > 0 && x < 1) return x;
  }
  const x = Math.exp((Math.log(p * a) + lnB) / a);
  const y = Math.exp((Math.log((1 - p) * b) + lnB) / b);
  return x < a / (a + b) ? Math.max(x, Number.MIN_VALUE) : y < b / (a + b) ? 1 - y : a / (a + b);
}
