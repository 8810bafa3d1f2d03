/** The version in package.json. `scripts/generate.ts` refuses to build if the two differ. */
export const VERSION = "1.0.0";

/**
 * The GitHub repository that publishes the action, its schemas and its documentation, as in package.json.
 * `npm run publish-as ACME/video-budget` changes it everywhere. Until then the account is a placeholder. No workflow is
 * written with it, because that would run a stranger's code.
 */
export const REPOSITORY = "OWNER/video-budget";

/** The placeholder for the account of the publisher. */
const UNKNOWN = "OWNER";

/** The action as a workflow names it, at the tag of the major version: `acme/video-budget@v1`. Null until there is a publisher. */
export const ACTION: string | null = REPOSITORY.split("/")[0] === UNKNOWN ? null : `${REPOSITORY}@v${VERSION.split(".")[0]}`;
