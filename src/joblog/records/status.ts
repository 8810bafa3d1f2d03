/** The outcomes of a job, in the order of reports. `unknown`: the client stopped polling, and the outcome is not recorded. */
export const STATUSES = ["success", "provider_error", "moderated", "invalid", "timed_out", "cancelled", "unknown"] as const;
export type Status = (typeof STATUSES)[number];

/** Words of providers and clients for each status, in lower case without separators. A `pending` job has not ended. */
const WORDS: Readonly<Record<Status | "pending", string>> = {
  success: "success succeeded succeed successful completed complete done ok finished finish ready",
  provider_error: "providererror error errored failed failure fail servererror internalerror internal crashed unavailable",
  moderated:
    "moderated moderation moderationblocked contentmoderated requestmoderated contentmoderation contentpolicy contentpolicyviolation contentfiltered contentfilter filtered safety blocked flagged nsfw refused",
  invalid: "invalid invalidrequest invalidinput badrequest validationerror rejected unprocessable unprocessableentity",
  timed_out: "timedout timeout expired deadlineexceeded aborted",
  cancelled: "cancelled canceled cancel",
  unknown: "unknown abandoned gaveup givenup lost clienttimeout clienttimedout noanswer noresponse",
  pending:
    "pending queued queue inqueue inprogress running processing submitted starting started throttled waiting preprocessing preparing generating created accepted",
};

const BY_WORD = new Map(Object.entries(WORDS).flatMap(([status, words]) => words.split(" ").map((word) => [word, status as Status | "pending"])));

/** The status that a word means, regardless of case and separators; undefined for an unknown word. */
export function jobStatusOf(written: string): Status | "pending" | undefined {
  return BY_WORD.get(written.toLowerCase().replace(/[^a-z0-9]/g, ""));
}
