/** The version of package.json; `scripts/generate.ts` refuses to build where the two differ. */
export const VERSION = "1.0.0";

/**
 * The GitHub repository that publishes the action, its schemas and its documentation, as package.json has it.
 * `npm run publish-as ACME/video-budget` changes it everywhere. Until then the account is a placeholder, and nothing is written that would run a stranger's code.
 */
export const REPOSITORY = "OWNER/video-budget";

/** The account that stands for the publisher while none is known. */
const UNKNOWN = "OWNER";

/** What a workflow uses, such as `acme/video-budget@v1`: the tag of the major version. Null while no publisher is known. */
export const ACTION: string | null = REPOSITORY.split("/")[0] === UNKNOWN ? null : `${REPOSITORY}@v${VERSION.split(".")[0]}`;
