/*
 * The standard normal distribution and its inverse, to the last digits of a double. A manifest with a thousand workloads calls them
 * millions of times, so each polynomial is written out. The tests compare them with another library and with values of 30 digits.
 */

/** Where one approximation of the error function ends and the next begins. */
const NEAR = 0.46875;
const FAR = 4;

/** P(Z ≤ z): 0.5 at 0, 0.841345 at 1, 0.975002 at 1.96. */
export function normalCdf(z: number): number {
  const x = z * Math.SQRT1_2;
  const y = Math.abs(x);
  if (y <= NEAR) return 0.5 + 0.5 * x * erfNear(y * y);
  const scaled = y <= FAR ? erfcMiddle(y) : (INVERSE_ROOT_PI - erfcFar(1 / (y * y)) / (y * y)) / y;
  const tail = 0.5 * Math.exp(-y * y) * scaled;
  return x < 0 ? tail : 1 - tail;
}

const INVERSE_ROOT_PI = 1 / Math.sqrt(Math.PI);

/*
 * W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969): erf(x) / x as a function of x² up to
 * 0.46875, then erfc(x) × exp(x²) as a function of x up to 4, and of 1 / x² beyond.
 */

function erfNear(x: number): number {
  const above = (((0.18577770618460315 * x + 3.1611237438705655) * x + 113.86415415105016) * x + 377.485237685302) * x + 3209.3775891384694;
  const below = (((1 * x + 23.601290952344122) * x + 244.02463793444417) * x + 1282.6165260773723) * x + 2844.236833439171;
  return above / below;
}

function erfcMiddle(x: number): number {
  const above =
    (((((((2.1531153547440383e-8 * x + 0.5641884969886701) * x + 8.883149794388377) * x + 66.11919063714163) * x + 298.6351381974001) * x + 881.952221241769) *
      x +
      1712.0476126340707) *
      x +
      2051.0783778260716) *
      x +
    1230.3393547979972;
  const below =
    (((((((1 * x + 15.744926110709835) * x + 117.6939508913125) * x + 537.1811018620099) * x + 1621.3895745666903) * x + 3290.7992357334597) * x +
      4362.619090143247) *
      x +
      3439.3676741437216) *
      x +
    1230.3393548037495;
  return above / below;
}

function erfcFar(x: number): number {
  const above =
    ((((0.016315387137302097 * x + 0.30532663496123236) * x + 0.36034489994980445) * x + 0.12578172611122926) * x + 0.016083785148742275) * x +
    0.0006587491615298378;
  const below = ((((1 * x + 2.568520192289822) * x + 1.8729528499234673) * x + 0.5279051029514285) * x + 0.06051834131244132) * x + 0.0023352049762686918;
  return above / below;
}

/** The z below which a standard normal variable lies with probability p: −1.28 for 10%, 1.645 for 95%; infinite for 0 and 1. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * center(0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (tail <= 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const z = r <= 5 ? outside(r - 1.6) : atTheEnd(r - 5);
  return q < 0 ? -z : z;
}

/* M. J. Wichura, algorithm AS 241 (PPND16), Appl. Statist. 37 (1988): the middle 85%, the tails, and the far tails. */

function center(x: number): number {
  const above =
    ((((((2509.0809287301227 * x + 33430.57558358813) * x + 67265.7709270087) * x + 45921.95393154987) * x + 13731.69376550946) * x + 1971.5909503065513) * x +
      133.14166789178438) *
      x +
    3.3871328727963665;
  const below =
    ((((((5226.495278852854 * x + 28729.085735721943) * x + 39307.89580009271) * x + 21213.794301586597) * x + 5394.196021424751) * x + 687.1870074920579) * x +
      42.31333070160091) *
      x +
    1;
  return above / below;
}

function outside(x: number): number {
  const above =
    ((((((0.0007745450142783414 * x + 0.022723844989269184) * x + 0.2417807251774506) * x + 1.2704582524523684) * x + 3.6478483247632045) * x +
      5.769497221460691) *
      x +
      4.630337846156546) *
      x +
    1.4234371107496835;
  const below =
    ((((((1.0507500716444169e-9 * x + 0.0005475938084995345) * x + 0.015198666563616457) * x + 0.14810397642748008) * x + 0.6897673349851) * x +
      1.6763848301838038) *
      x +
      2.053191626637759) *
      x +
    1;
  return above / below;
}

function atTheEnd(x: number): number {
  const above =
    ((((((2.0103343992922881e-7 * x + 2.7115555687434876e-5) * x + 0.0012426609473880784) * x + 0.026532189526576124) * x + 0.29656057182850487) * x +
      1.7848265399172913) *
      x +
      5.463784911164114) *
      x +
    6.657904643501103;
  const below =
    ((((((2.0442631033899397e-15 * x + 1.421511758316446e-7) * x + 1.8463183175100548e-5) * x + 0.0007868691311456133) * x + 0.014875361290850615) * x +
      0.1369298809227358) *
      x +
      0.599832206555888) *
      x +
    1;
  return above / below;
}
