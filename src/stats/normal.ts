/* Percentiles of the standard normal distribution, to the last digit of a double. */

/** 90% of the distribution lies below: the 90th percentile. */
export const Z_ONE_SIDED_90 = 1.2815515655446004;

/** 95% of the distribution lies below: the 95th percentile, for the P95 of a latency. */
export const Z_ONE_SIDED_95 = 1.6448536269514722;

/** 95% of the distribution lies between −z and z: the 97.5th percentile, for a two-sided 95% interval. */
export const Z_TWO_SIDED_95 = 1.959963984540054;
