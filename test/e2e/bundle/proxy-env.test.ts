import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Options, runBundle, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { GitHub } from "../server/github.ts";

/**
 * A GHES that is only reached through a proxy, over TLS with a certificate of the company's own:
 * `github.example` does not resolve, so every request that arrives came through the proxy.
 */
const PEM = join(import.meta.dirname, "..", "server", "github.example.pem");

let github: GitHub;
let pull: number;
let proxy: Server;
/** Where the proxy was asked to connect to, and by whom. */
const asked: { to: string; authorization: string | undefined }[] = [];
const closing: (() => void)[] = [];

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
  await github.push("change", {
    ...BASE,
    "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: "output: { duration: 10s }, volume: { per_month: 100 }" }),
  });
  pull = await github.openPull("change");

  const plain = Number(new URL(github.proxy.url).port);
  const pem = readFileSync(PEM);
  const tls = createTlsServer({ key: pem, cert: pem }, (socket) => {
    const onward = connect(plain, "127.0.0.1");
    socket.pipe(onward).pipe(socket);
    for (const end of [socket, onward]) end.on("error", () => void socket.destroy());
  });
  const secure = await listening(tls);
  proxy = createServer().on("connect", (request, socket) => {
    asked.push({ to: request.url ?? "", authorization: request.headers["proxy-authorization"] });
    const onward = connect(request.url?.endsWith(":443") ? secure : plain, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [socket, onward]) end.on("error", () => void socket.destroy());
  });
  await listening(proxy);
  closing.push(
    () => tls.close(),
    () => proxy.closeAllConnections(),
    () => proxy.close(),
  );
});
afterAll(async () => {
  for (const close of closing) close();
  await github.stop();
});

function listening(server: { listen(port: number, host: string, done: () => void): unknown; address(): unknown }): Promise<number> {
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done((server.address() as AddressInfo).port)));
}

const port = (): number => (proxy.address() as AddressInfo).port;

async function run(env: Record<string, string>, options: Options = {}): Promise<Step> {
  asked.splice(0);
  github.requests();
  const server = { GITHUB_API_URL: "https://github.example/api/v3", GITHUB_SERVER_URL: "https://github.example", NODE_EXTRA_CA_CERTS: PEM };
  return runBundle(github, await github.pullEvent(pull), { ...options, inputs: { comment: "never" }, env: { ...server, ...env } });
}

test.each(["HTTPS_PROXY", "https_proxy"])("%s: all requests to a GHES go through the proxy", async (name) => {
  const step = await run({ [name]: `http://127.0.0.1:${port()}` });
  expect([step.code, step.stderr]).toEqual([0, ""]);
  expect(step.outputs).toMatchObject({ "monthly-expected": "650", "monthly-delta": "100" });
  expect(asked.length).toBeGreaterThan(0);
  for (const { to, authorization } of asked) expect([to, authorization]).toEqual(["github.example:443", undefined]);
});

test("credentials are sent to a proxy that asks for them, and to nobody else", async () => {
  const step = await run({ HTTPS_PROXY: `http://studio:s%C3%A9cret%40@127.0.0.1:${port()}` });
  expect(step.outputs).toMatchObject({ "monthly-expected": "650" });
  expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set([`Basic ${Buffer.from("studio:sécret@").toString("base64")}`]));
  for (const text of [step.stdout, step.summary, JSON.stringify(step.report)]) expect(text).not.toMatch(/s(é|%C3%A9)cret/);
});

test("HTTP_PROXY is used for plain HTTP and not for HTTPS", async () => {
  const step = await run({ HTTP_PROXY: `http://127.0.0.1:${port()}`, GITHUB_API_URL: "http://github.example/api/v3" });
  expect(step.outputs).toMatchObject({ "monthly-expected": "650" });
  expect(new Set(asked.map(({ to }) => to))).toEqual(new Set(["github.example:80"]));
});

// Each request is tried four times before it fails.
test.concurrent.each<[string, Record<string, string>, RegExp]>([
  ["NO_PROXY with the server's name", { HTTPS_PROXY: "PROXY", NO_PROXY: "localhost,github.example" }, /could not be read/],
  ["NO_PROXY with the server's domain", { HTTPS_PROXY: "PROXY", no_proxy: ".example" }, /could not be read/],
  ["only HTTP_PROXY", { HTTP_PROXY: "PROXY" }, /could not be read/],
])("%s: requests go directly to the server; here the step fails with one line", async (_, env, said) => {
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value === "PROXY" ? `http://aside:x@127.0.0.1:${port()}` : value]));
  const step = await run(given);
  expect([step.code, step.stderr]).toEqual([1, ""]);
  expect(step.commands).toEqual([{ name: "error", properties: {}, message: expect.stringMatching(said) }]);
  expect(asked.filter(({ authorization }) => authorization === `Basic ${Buffer.from("aside:x").toString("base64")}`)).toEqual([]);
});
