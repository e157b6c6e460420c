import { createServer, type IncomingMessage, type Server } from "node:http";
import type { WitnessAnswer } from "@/local/witness/witness";

/** A checkpoint with its proof is a few kilobytes. */
const MAX_BYTES = 64 * 1024;

interface Answering {
  addCheckpoint(body: string): Promise<WitnessAnswer>;
}

/** Serves a witness by HTTP: `POST /add-checkpoint`, and `GET /health`. */
export function serveWitness(witness: Answering): Server {
  return createServer((incoming, outgoing) => {
    answer(witness, incoming).then(
      ({ status, text, type = "text/plain; charset=utf-8" }) =>
        outgoing.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text),
      // It must not go on with a memory that it could not store.
      () => outgoing.writeHead(500).end("the witness cannot store what it has seen\n"),
    );
  });
}

async function answer(witness: Answering, incoming: IncomingMessage): Promise<WitnessAnswer> {
  const asked = `${incoming.method} ${incoming.url}`;
  if (asked === "GET /health") return { status: 200, text: "ok\n" };
  if (asked !== "POST /add-checkpoint") return { status: 404, text: "not found\n" };
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > MAX_BYTES) return { status: 413, text: "too large\n" };
    parts.push(bytes);
  }
  return witness.addCheckpoint(Buffer.concat(parts).toString("utf8"));
}
