import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { violationsOf } from "../../github/openapi.ts";
import { type Answer, ask } from "./request.ts";

/** One request that reached GitHub, in the order of arrival. */
export type Recorded = { method: string; path: string; query: string; token: string; body: unknown; status: number };

/** Something that goes wrong on the way, for the first `times` requests that match. */
export type Fault = {
  method?: string;
  path: RegExp;
  times?: number;
  /** Let this many matching requests through first. */
  after?: number;
  /** Answer with this status instead of asking GitHub. */
  status?: number;
  body?: object;
  headers?: Record<string, string>;
  /** `before`: the connection breaks and GitHub never hears of it; `after`: GitHub does it, and the answer is lost; `body`: the answer breaks off. */
  reset?: "before" | "after" | "body";
  /** Milliseconds that the answer comes late. */
  delay?: number;
  /** Changes GitHub's answer. */
  rewrite?: (answer: Record<string, unknown>) => unknown;
  /** Does something just before the request is passed on: another run's write, for one. */
  meanwhile?: () => Promise<void>;
};

/** Answers instead of the server, where that falls short of GitHub; undefined passes the request on. */
export type Gap = (request: { method: string; path: string; token: string; url: URL; body: unknown }) => Promise<{ status: number; body: unknown } | undefined>;

/** `violations`: what GitHub's description of its API finds wrong with the requests so far. */
export type GitHubProxy = { url: string; requests: Recorded[]; violations: string[]; faults: Fault[]; target: string; gap: Gap; close(): Promise<void> };

/** A GHES serves its API below this path; both addresses work. */
const GHES = "/api/v3";

/** Stands between the action and the server: records every request, fills gaps, and injects faults. */
export async function startProxy(): Promise<GitHubProxy> {
  const proxy: GitHubProxy = { url: "", requests: [], violations: [], faults: [], target: "", gap: async () => undefined, close };
  const server: Server = createServer((request, response) => {
    handle(proxy, request, response).catch((error: unknown) => {
      response.statusCode = 599;
      response.end(String(error));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  return proxy;
}

async function handle(proxy: GitHubProxy, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const body = Buffer.concat(chunks);
  const url = new URL(request.url ?? "/", proxy.url);
  const method = request.method ?? "GET";
  const path = url.pathname.startsWith(`${GHES}/`) ? url.pathname.slice(GHES.length) : url.pathname;
  const token = (request.headers.authorization ?? "").replace(/^(token|bearer)\s+/i, "");
  const recorded: Recorded = {
    method,
    path,
    query: url.search,
    token,
    body: body.length > 0 ? (JSON.parse(body.toString("utf8")) as unknown) : null,
    status: 0,
  };
  proxy.requests.push(recorded);
  proxy.violations.push(...violationsOf(recorded));
  const send = (status: number, text: string | null, headers: Record<string, string>): void => {
    recorded.status = status;
    response.writeHead(status, headers);
    response.end(text ?? undefined);
  };

  const fault = takeFault(proxy.faults, method, path);
  await fault?.meanwhile?.();
  if (fault?.delay !== undefined) await new Promise((passed) => setTimeout(passed, fault.delay));
  if (fault?.reset === "before") return void request.socket.destroy();
  if (fault?.status !== undefined)
    return send(fault.status, JSON.stringify(fault.body ?? { message: `Fault ${fault.status}` }), { "content-type": "application/json", ...fault.headers });

  const filled = await proxy.gap({ method, path, token, url, body: recorded.body });
  const answer = filled
    ? { status: filled.status, text: JSON.stringify(filled.body), headers: { "content-type": "application/json; charset=utf-8" } }
    : await forward(proxy, path + url.search, request, body);
  if (fault?.reset === "after") return void request.socket.destroy();
  const text = fault?.rewrite ? JSON.stringify(fault.rewrite(JSON.parse(answer.text) as Record<string, unknown>)) : answer.text;
  if (fault?.reset === "body") {
    response.writeHead(answer.status, { ...answer.headers, "content-length": String(Buffer.byteLength(text)) });
    response.write(text.slice(0, Math.floor(text.length / 2)), () => request.socket.destroy());
    return;
  }
  send(answer.status, answer.status === 204 ? null : text, answer.headers);
}

function takeFault(faults: Fault[], method: string, path: string): Fault | undefined {
  const fault = faults.find((one) => (one.method ?? method) === method && one.path.test(path) && (one.times ?? 1) > 0);
  if (!fault) return undefined;
  if ((fault.after ?? 0) > 0) {
    fault.after = (fault.after ?? 0) - 1;
    return undefined;
  }
  fault.times = (fault.times ?? 1) - 1;
  return fault;
}

/** The server names itself in links; those are to lead through the proxy too. */
async function forward({ target, url }: GitHubProxy, path: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const headers: Record<string, string> = { accept: String(request.headers.accept ?? "*/*") };
  if (request.headers.authorization) headers["authorization"] = request.headers.authorization;
  const answer = await ask(target + path, { method: request.method ?? "GET", headers, body: body.length > 0 ? body.toString("utf8") : undefined });
  const kept = Object.entries(answer.headers).filter(([name]) => ["content-type", "link", "retry-after"].includes(name) || name.startsWith("x-ratelimit"));
  const through = (text: string): string => text.replaceAll(target, url);
  return { status: answer.status, text: through(answer.text), headers: Object.fromEntries(kept.map(([name, value]) => [name, through(value)])) };
}
