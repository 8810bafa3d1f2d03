/** The version of package.json; `scripts/generate.ts` refuses to build where the two differ. */
export const VERSION = "0.1.0";

/** Where this action and its schemas are, as a workflow names it; the documentation writes it the same. */
export const ACTION = "OWNER/video-budget@v1";
