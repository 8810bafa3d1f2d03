import { subscribe } from "node:diagnostics_channel";
import { Agent, request, type Server } from "node:http";

/**
 * Requests of one process to the servers in it. Their connections stay open: a new one for each request costs as much time as the answer. For
 * this, no server may close a connection that is idle, which it could do just when the next request is sent.
 */
const agent = new Agent({ keepAlive: true });
subscribe("http.server.request.start", (message) => {
  (message as { server: Server }).server.keepAliveTimeout = 0;
});

export type Answer = { status: number; headers: Readonly<Record<string, string>>; text: string };

/** @param headers in small letters @param body is sent as JSON */
export function ask(url: string, { method, headers, body }: { method: string; headers: Record<string, string>; body?: string | undefined }): Promise<Answer> {
  const sent = body === undefined ? headers : { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((done, failed) => {
    const asked = request(url, { agent, method, headers: sent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", failed);
      response.on("end", () => {
        const kept = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
        done({ status: response.statusCode ?? 0, headers: Object.fromEntries(kept), text: Buffer.concat(chunks).toString("utf8") });
      });
    });
    asked.on("error", failed);
    asked.end(body);
  });
}
