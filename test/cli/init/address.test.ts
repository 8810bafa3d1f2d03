import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { manifestPage, schemaAddress } from "../../../src/cli/init/address.ts";
import { actionOfCheckout, githubRepository } from "../../../src/files/checkout.ts";
import { runWith } from "../in-process.ts";
import { commit, folderOf, git } from "../run.ts";

test.each([
  ["https://github.com/acme/video-budget.git", "acme/video-budget"],
  ["https://github.com/acme/video-budget", "acme/video-budget"],
  ["https://x-access-token:secret@github.com/acme/video-budget.git", "acme/video-budget"],
  ["git@github.com:acme/video.budget.git", "acme/video.budget"],
  ["ssh://git@github.com/acme/video-budget.git", "acme/video-budget"],
  ["https://gitlab.com/acme/video-budget.git", null],
  ["https://github.com.evil.example/acme/video-budget", null],
  ["/srv/git/video-budget.git", null],
  ["", null],
])("the repository of the remote %j is %j", (address, repository) => {
  expect(githubRepository(address)).toBe(repository);
});

describe("the action's ref from a checkout", () => {
  const checkout = (remote?: string): string => {
    const folder = folderOf({});
    git(folder, "init", "-q");
    commit(folder, { "a.txt": "a" });
    if (remote !== undefined) git(folder, "remote", "add", "origin", remote);
    return folder;
  };

  test("is the tag of its major version, if there is one", async () => {
    const folder = checkout("https://github.com/acme/video-budget");
    git(folder, "tag", "v1");
    expect(await actionOfCheckout(folder, "1")).toBe("acme/video-budget@v1");
  });

  test("is its commit, if the remote has it", async () => {
    const folder = checkout("https://github.com/acme/video-budget");
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD");
    expect(await actionOfCheckout(folder, "1")).toBe(`acme/video-budget@${git(folder, "rev-parse", "HEAD").trim()}`);
  });

  test("is unknown for a commit that was never pushed, without a remote, and outside of git", async () => {
    expect(await actionOfCheckout(checkout("https://github.com/acme/video-budget"), "1")).toBeNull();
    expect(await actionOfCheckout(checkout(), "1")).toBeNull();
    expect(await actionOfCheckout(folderOf({}), "1")).toBeNull();
  });
});

test("the schema and the page use the action's ref; before publication, the schema is the package's own", () => {
  expect(schemaAddress("acme/video-budget@v1", "/any/dist/cli", "/repo")).toBe(
    "https://raw.githubusercontent.com/acme/video-budget/v1/schema/manifest.schema.json",
  );
  expect(manifestPage("acme/video-budget@v1")).toBe("https://github.com/acme/video-budget/blob/v1/docs/manifest.md");
  expect(schemaAddress(null, "/repo/node_modules/video-budget/dist/cli", "/repo/services/ads")).toBe(
    "../../node_modules/video-budget/schema/manifest.schema.json",
  );
  expect(manifestPage(null)).toBeNull();
});

test("without a publisher, init writes only the manifest, with a local schema, and says why", async () => {
  // A package of this build, installed in the repository, without a known publisher.
  const folder = realpathSync(folderOf({}));
  const bundle = join(folder, "node_modules", "video-budget", "dist", "cli");
  const { cpSync } = await import("node:fs");
  cpSync("dist/prices.json", join(dirname(bundle), "prices.json"));
  cpSync("schema", join(folder, "node_modules", "video-budget", "schema"), { recursive: true });
  const flags = ["--provider", "vertex", "--model", "veo-3.1-fast-generate-001", "--per-month", "350", "--budget", "2500", "--date", "2026-11-22"];
  const ran = await runWith(bundle, folder, ["init", ...flags]);
  expect(ran.code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(["node_modules", "video-budget.yml"]);
  const [, schema = ""] = /\$schema=(.*)/.exec(readFileSync(join(folder, "video-budget.yml"), "utf8")) ?? [];
  expect(schema).toBe("node_modules/video-budget/schema/manifest.schema.json");
  expect(existsSync(resolve(folder, schema))).toBe(true);
  expect(ran.stderr).toContain("No workflow was written");
});
