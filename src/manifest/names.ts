/** Where a manifest is looked for when none is named, from the working directory; the first that exists. */
export const MANIFEST_NAMES = ["video-budget.yml", "video-budget.yaml", ".github/video-budget.yml"] as const;
