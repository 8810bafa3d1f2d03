/** Paths and contents of a commit. A value of `-> TARGET` is a symbolic link, one of `submodule` a submodule. */
export type Files = Readonly<Record<string, string>>;

export type Push = { branch: string; before: string; after: string; at: string; forced: boolean };

type Commit = { files: Files; parents: readonly string[] };

/** Commits and branches of a repository, as git knows them, and every push. */
export class History {
  readonly pushes: Push[] = [];
  readonly #commits = new Map<string, Commit>();
  readonly #branches = new Map<string, string>();

  get size(): number {
    return this.#commits.size;
  }

  has(branch: string): boolean {
    return this.#branches.has(branch);
  }

  head(branch: string): string {
    const sha = this.#branches.get(branch);
    if (sha === undefined) throw new Error(`no branch ${branch}`);
    return sha;
  }

  files(sha: string): Files {
    return this.#commits.get(sha)?.files ?? {};
  }

  parents(sha: string): readonly string[] {
    return this.#commits.get(sha)?.parents ?? [];
  }

  add(sha: string, files: Files, parents: readonly string[]): void {
    this.#commits.set(sha, { files, parents });
  }

  /** The branch is at this commit, without a push. */
  set(branch: string, sha: string): void {
    this.#branches.set(branch, sha);
  }

  push(branch: string, sha: string, at: string): void {
    const before = this.#branches.get(branch) ?? null;
    const forced = before !== null && !this.#isBefore(before, sha);
    this.pushes.push({ branch, before: before ?? "0".repeat(40), after: sha, at, forced });
    this.#branches.set(branch, sha);
  }

  mergeBase(base: string, head: string): string {
    const before = (sha: string): string[] => [sha, ...(this.#commits.get(sha)?.parents ?? []).flatMap(before)];
    const known = new Set(before(base));
    return before(head).find((sha) => known.has(sha)) ?? base;
  }

  /** As git merges without a conflict: what head changed since both were one, on top of base. */
  merged(base: string, head: string): Files {
    const [ours, theirs, common] = [this.files(base), this.files(head), this.files(this.mergeBase(base, head))];
    const merged: Record<string, string> = {};
    for (const path of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const content = theirs[path] === common[path] ? ours[path] : theirs[path];
      if (content !== undefined) merged[path] = content;
    }
    return merged;
  }

  #isBefore(old: string, sha: string): boolean {
    return sha === old || (this.#commits.get(sha)?.parents ?? []).some((parent) => this.#isBefore(old, parent));
  }
}
