import { linesInDiff } from "./patch.ts";

/** A comment at a line of a pull request. `text`: what was there when it was written. */
export type ReviewComment = { id: number; pull: number; path: string; line: number; text: string; body: string; login: string; in_reply_to_id?: number };

/** A file of a pull request: as its head has it, and as it was where both branches were one. */
export type Versions = { before: string; now: string };

type Asked = { method: string; path: string; body: unknown; login: string; page: number };

/** Review comments of a repository. The server has some of this, and neither changes nor deletes one, nor knows what is in a diff. */
export class ReviewComments {
  #last = 9000;
  #all: ReviewComment[] = [];

  of(pull: number): readonly ReviewComment[] {
    return this.#all.filter((one) => one.pull === pull);
  }

  add(comment: Omit<ReviewComment, "id">): ReviewComment {
    const added = { ...comment, id: ++this.#last };
    this.#all.push(added);
    return added;
  }

  answer({ method, path, body, login, page }: Asked, versions: (pull: number, file: string) => Versions): { status: number; body: unknown } | undefined {
    const [, number] = /\/pulls\/(\d+)\/comments$/.exec(path) ?? [];
    if (number !== undefined && method === "GET") {
      const shown = this.of(Number(number)).map((one) => said(one, versions(one.pull, one.path)));
      return { status: 200, body: page > 1 ? [] : shown };
    }
    if (number !== undefined && method === "POST") return this.#created(Number(number), body as Wanted, login, versions);
    const [, id] = /\/pulls\/comments\/(\d+)$/.exec(path) ?? [];
    if (id === undefined) return undefined;
    const found = this.#all.find((one) => one.id === Number(id) && one.login === login);
    if (!found) return { status: 404, body: { message: "Not Found" } };
    if (method === "DELETE") {
      this.#all = this.#all.filter((one) => one !== found);
      return { status: 204, body: null };
    }
    found.body = (body as Wanted).body;
    return { status: 200, body: said(found, versions(found.pull, found.path)) };
  }

  #created(pull: number, { path, line, body }: Wanted, login: string, versions: (pull: number, file: string) => Versions): { status: number; body: unknown } {
    const { before, now } = versions(pull, path);
    if (!linesInDiff(before, now).has(line))
      return {
        status: 422,
        body: {
          message: "Validation Failed",
          errors: [{ resource: "PullRequestReviewComment", code: "custom", field: "pull_request_review_thread.line", message: "could not be resolved" }],
        },
      };
    return { status: 201, body: said(this.add({ pull, path, line, text: now.split("\n")[line - 1] ?? "", body, login }), { before, now }) };
  }
}

type Wanted = { path: string; line: number; body: string };

/** A comment on a line that has changed is outdated: its line is null. */
function said({ id, path, line, text, body, login, in_reply_to_id }: ReviewComment, { before, now }: Versions): object {
  const stands = now.split("\n")[line - 1] === text && linesInDiff(before, now).has(line);
  return { id, path, line: stands ? line : null, body, user: { login }, ...(in_reply_to_id !== undefined && { in_reply_to_id }) };
}
