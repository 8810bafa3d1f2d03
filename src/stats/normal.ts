/** Where the standard normal distribution ends, to the last digit of a double: so many standard deviations from its middle. */

/** 90% of it lies below: the 90th percentile. */
export const Z_ONE_SIDED_90 = 1.2815515655446004;

/** 95% of it lies below: the 95th percentile, which is what P95 of a latency means. */
export const Z_ONE_SIDED_95 = 1.6448536269514722;

/** 95% of it lies between −z and z: the 97.5th percentile, which a 95% interval with two ends is made of. */
export const Z_TWO_SIDED_95 = 1.959963984540054;
