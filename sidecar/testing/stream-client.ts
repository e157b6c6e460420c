import { WebSocket } from "ws";
import { z } from "zod";
import { until } from "@/testing/until";

const Message = z.object({ stream: z.array(z.string()), event: z.string(), payload: z.string().optional() });
const Failure = z.object({ error: z.string(), status: z.number() });
const Payload = z.object({ text: z.string().nullish(), type: z.string().optional() }).loose();

/** A WebSocket of Mastodon's streaming API, without a library that would hide what is sent. */
export interface StreamClient {
  /** What was received: "hashtag fog: update One fog". */
  heard: string[];
  /** The payloads that are JSON. */
  payloads: Record<string, unknown>[];
  /** Events about announcements and their payloads; apart, because other tests announce to everybody too. */
  announced: [event: string, payload: string][];
  failures: string[];
  /** The code and the reason of the end. */
  closed: [code: number, reason: string] | null;
  send(message: object): void;
  /** Begins subscriptions and waits until they have begun. */
  subscribe(...streams: object[]): Promise<void>;
  /** Waits until everything that was sent has been handled. */
  settle(): Promise<void>;
  hears(count: number): Promise<string[]>;
  socket: WebSocket;
}

/** @throws with the status of a refusal */
export async function openStream(
  url: string,
  query: Record<string, string>,
  { protocol, headers = {} }: { protocol?: string; headers?: Record<string, string> } = {},
): Promise<StreamClient> {
  const address = `${url.replace("http", "ws")}/api/v1/streaming?${new URLSearchParams(query).toString()}`;
  const socket = new WebSocket(address, protocol ? [protocol] : [], { headers });
  const client: StreamClient = {
    heard: [],
    payloads: [],
    announced: [],
    failures: [],
    closed: null,
    socket,
    send: (message) => socket.send(JSON.stringify(message)),
    subscribe: async (...streams) => {
      for (const stream of streams) client.send({ type: "subscribe", ...stream });
      await client.settle();
    },
    settle: async () => {
      // Messages are handled in order, and unknown streams are answered.
      const before = client.failures.length;
      client.send({ type: "subscribe", stream: "nothing" });
      await until(() => client.failures.slice(before).some((failure) => failure.startsWith("400 Unknown")));
    },
    hears: (count) => until(() => client.heard.length >= count && client.heard),
  };
  socket.on("message", (data: Buffer) => {
    const said: unknown = JSON.parse(data.toString());
    const failure = Failure.safeParse(said).data;
    if (failure) return void client.failures.push(`${failure.status} ${failure.error}`);
    const { stream, event, payload } = Message.parse(said);
    if (event.startsWith("announcement")) return void client.announced.push([event, payload ?? ""]);
    const isId = event === "delete";
    const content = payload === undefined || isId ? null : Payload.parse(JSON.parse(payload));
    if (content) client.payloads.push(content);
    const about = isId ? payload : (content?.type ?? content?.text ?? "");
    client.heard.push(`${stream.join(" ")}: ${event} ${about}`.trim());
  });
  socket.on("close", (code, reason) => (client.closed = [code, reason.toString()]));
  await new Promise<void>((resolve, reject) => {
    socket.on("open", () => resolve());
    socket.on("unexpected-response", (_, { statusCode }) => reject(new Error(String(statusCode))));
    socket.on("error", reject);
  });
  return client;
}
