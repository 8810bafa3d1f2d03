/** The version of package.json; `scripts/generate.ts` refuses to build where the two differ. */
export const VERSION = "0.1.0";
