/** Cumulants point by point: mean, variance and third central moment. */
export type Points = { mean: Float64Array; variance: Float64Array; third: Float64Array };

/** So many points that cost nothing. */
export function noPoints(length: number): Points {
  return { mean: new Float64Array(length), variance: new Float64Array(length), third: new Float64Array(length) };
}
