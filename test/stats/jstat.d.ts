/** Types of the parts of jStat that are used; the package has none. */
declare module "jstat" {
  const jStat: {
    normal: { cdf(x: number, mean: number, sd: number): number; inv(p: number, mean: number, sd: number): number };
    beta: { inv(p: number, alpha: number, beta: number): number };
  };
  export default jStat;
}
