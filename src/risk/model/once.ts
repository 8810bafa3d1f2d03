/** A function that computes its value on the first call and keeps it. */
export function once<Value>(work: () => Value): () => Value {
  let kept: { value: Value } | null = null;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}
