import { createServer, type IncomingMessage } from "node:http";
import { randomBytes } from "node:crypto";
import type { TransportAnswer } from "@/lib/messenger/ports";
import { E2eeServer } from "@/testing/e2ee-server";
import { listen } from "@/testing/listen";
import { openDevice } from "@/testing/pockets";
import type { World } from "./terminal";

/* A server in memory, over HTTP for terminals, that keeps to the protocol unless a test makes it lie. */

interface Kept {
  isOn: boolean;
  epochs: Map<number, string | null>;
  records: Map<string, { id: string; epoch: number; at: number; body: string }>;
  vault: Map<string, { way: string; id: string; body: string; created_at: number }>;
}

/** Files of messages, by their ids. */
const files = new Map<string, Uint8Array>();

/** Answers about files; null for other paths. */
function answerFile(path: string, bytes: Uint8Array | null): TransportAnswer | null {
  const [first, id] = path.split("/");
  if (first !== "attachments") return null;
  if (id !== undefined) return ok(files.get(id) ?? new Uint8Array());
  const name = randomBytes(16).toString("hex");
  files.set(name, bytes ?? new Uint8Array());
  return ok({ id: name });
}

export interface ServedWorld extends World {
  server: E2eeServer;
  /** What the server keeps of the archive of a person. */
  kept: (personId: string) => Kept;
  /** Changes answers, which are then lies. */
  lie: ((personId: string, method: string, path: string, answer: TransportAnswer) => TransportAnswer) | null;
  end: () => void;
}

type Ask = (
  personId: string,
  method: string,
  path: string,
  query: Record<string, string>,
  json: unknown,
) => Promise<TransportAnswer>;

function keep(all: Map<string, Kept>, personId: string): Kept {
  const known = all.get(personId) ?? { isOn: false, epochs: new Map(), records: new Map(), vault: new Map() };
  all.set(personId, known);
  return known;
}

const ok = (body: unknown): TransportAnswer => ({ status: 200, body });

/** Answers about the archive and the vault, which the server in memory does not have itself; null for other paths. */
function answerKept(kept: Kept, method: string, path: string, json: unknown): TransportAnswer | null {
  const [first, second, third] = path.split("/");
  const body = json as {
    enabled: boolean;
    wrapped: string;
    records: { id: string; epoch: number; at: number; body: string }[];
    body: string;
  };
  if (first === "vault" && second === undefined) return ok({ entries: [...kept.vault.values()] });
  if (first === "vault") {
    const entry = { way: second ?? "", id: third ?? "", body: body.body, created_at: 0 };
    kept.vault.set(`${second} ${third}`, entry);
    return ok({});
  }
  if (first !== "archive") return null;
  if (second === "epochs") kept.epochs.set(Number(third), body.wrapped);
  if (second === "records" && method === "POST") for (const record of body.records) kept.records.set(record.id, record);
  if (second === "records" && method === "GET") {
    return ok({ records: [...kept.records.values()].toSorted((a, b) => b.at - a.at), next: null });
  }
  if (second === undefined && method === "PUT") kept.isOn = body.enabled;
  const epochs = [...kept.epochs].map(([n, wrapped]) => ({ n, wrapped }));
  return ok({ enabled: kept.isOn, count: kept.records.size, epochs });
}

/** The bytes of a request, or its JSON. */
async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  if (incoming.headers["content-type"] === "application/octet-stream") return new Uint8Array(bytes);
  return bytes.length === 0 ? null : JSON.parse(bytes.toString());
}

const API = "/api/v1/barker/e2ee/";

/** Serves the server in memory, where the token of a person is their id. */
async function serve(ask: Ask): Promise<{ origin: string; end: () => void }> {
  const http = createServer((incoming, outgoing) => {
    const answer = async (): Promise<TransportAnswer> => {
      const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://town.example");
      const personId = (incoming.headers.authorization ?? "").replace("Bearer ", "");
      const named = searchParams.get("acct") ?? personId;
      if (!pathname.startsWith(API)) return ok({ id: named, acct: named });
      const path = decodeURIComponent(pathname.slice(API.length));
      return ask(personId, incoming.method ?? "GET", path, Object.fromEntries(searchParams), await bodyOf(incoming));
    };
    answer().then(
      ({ status, body }) => {
        const isBytes = body instanceof Uint8Array;
        outgoing.writeHead(status, { "content-type": isBytes ? "application/octet-stream" : "application/json" });
        outgoing.end(isBytes ? body : JSON.stringify(body));
      },
      (error: unknown) => {
        outgoing.writeHead(418, { "content-type": "application/json" });
        outgoing.end(JSON.stringify({ error: String(error), code: "broken" }));
      },
    );
  });
  http.unref();
  return { origin: `http://127.0.0.1:${await listen(http)}`, end: () => void http.close() };
}

/** A world without stores. */
export async function servedWorld(): Promise<ServedWorld> {
  const server = await E2eeServer.start();
  const all = new Map<string, Kept>();
  const ask: Ask = async (personId, method, path, query, json) => {
    const honest =
      answerKept(keep(all, personId), method, path, json) ??
      answerFile(path, json instanceof Uint8Array ? json : null) ??
      (await server.transport(personId).request(method as "GET", path, { query, json }));
    return world.lie?.(personId, method, path, honest) ?? honest;
  };
  const { origin, end } = await serve(ask);
  const world: ServedWorld = {
    server,
    end,
    lie: null,
    kept: (personId) => keep(all, personId),
    makePerson() {
      const id = `p${randomBytes(6).toString("hex")}`;
      return Promise.resolve({ id, handle: id });
    },
    access: ({ id }) => Promise.resolve({ origin, token: id }),
    befriend: () => Promise.resolve(),
    openPocket: (person) =>
      openDevice(person, {
        request: (method, path, { query = {}, json, bytes } = {}) =>
          ask(person.id, method, path, query as Record<string, string>, bytes ?? json ?? null),
      }),
  };
  return world;
}
