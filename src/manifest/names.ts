/** The default paths of a manifest, relative to the working directory. The first that exists is used. */
export const MANIFEST_NAMES = ["video-budget.yml", "video-budget.yaml", ".github/video-budget.yml"] as const;
