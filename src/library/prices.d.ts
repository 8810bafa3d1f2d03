/** The built-in price book. The build writes it as dist/prices.json, and `prices/written-book.ts` reads it. */
declare module "video-budget/prices.json" {
  const entries: readonly unknown[];
  export default entries;
}
