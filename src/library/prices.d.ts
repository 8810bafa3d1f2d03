/** The built-in price book, which the build writes: dist/prices.json. A list that `prices/written-book.ts` reads. */
declare module "video-budget/prices.json" {
  const entries: readonly unknown[];
  export default entries;
}
