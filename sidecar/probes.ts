import type { IncomingMessage, ServerResponse } from "node:http";
import { readiness } from "@/lib/instance/reads";
import { metrics } from "@/lib/metrics";

/** Answers the sidecar's own /health, /ready and /metrics, in the same format as the web process. */
export async function answerProbe({ url }: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (url === "/health") return json(outgoing, 200, { status: "ok" });
  if (url === "/ready") {
    const state = await readiness();
    return json(outgoing, state.ready ? 200 : 503, state);
  }
  if (url === "/metrics") {
    const { registry } = metrics();
    outgoing.setHeader("content-type", registry.contentType);
    outgoing.end(await registry.metrics());
    return;
  }
  json(outgoing, 404, { error: "Record not found", code: "not_found" });
}

function json(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.statusCode = status;
  outgoing.setHeader("content-type", "application/json");
  outgoing.end(JSON.stringify(body));
}
