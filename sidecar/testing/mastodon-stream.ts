import { createStreamingAPIClient, type mastodon } from "masto";
import { until } from "@/testing/until";

/** What a subscription of masto.js received: the kind of event, and the id or the text of what it is about. */
export interface HeardStream {
  events: [event: string, about: string | null][];
  /** The last payload. */
  last: unknown;
  /** Waits until it has received `count` events. */
  hears(count: number): Promise<[event: string, about: string | null][]>;
  unsubscribe(): void;
}

const clients: mastodon.streaming.Client[] = [];

/** Connects masto.js to a gateway. Its streams share one WebSocket. */
export async function streamingClient(url: string, token: string): Promise<mastodon.streaming.Client> {
  const client = createStreamingAPIClient({ streamingApiUrl: url.replace("http", "ws"), accessToken: token });
  clients.push(client);
  await client.prepare();
  return client;
}

/** Closes all clients of this process. */
export function closeStreamingClients(): void {
  for (const client of clients.splice(0)) client.close();
}

/** Collects the events of a subscription. */
export function listenTo(subscription: mastodon.streaming.Subscription): HeardStream {
  const heard: HeardStream = {
    events: [],
    last: null,
    hears: (count) => until(() => heard.events.length >= count && heard.events),
    unsubscribe: () => subscription.unsubscribe(),
  };
  void (async () => {
    for await (const event of subscription) {
      // Other tests announce to everybody.
      if (event.event.startsWith("announcement")) continue;
      const about = aboutOf(event);
      const [kind, same] = heard.events.at(-1) ?? [];
      // An edit is delivered at least once.
      if (kind === "status.update" && event.event === kind && same === about) continue;
      heard.events.push([event.event, about]);
      heard.last = event.payload;
    }
  })().catch((error: unknown) => heard.events.push(["error", error instanceof Error ? error.message : null]));
  return heard;
}

function aboutOf({ event, payload }: mastodon.streaming.Event): string | null {
  if (event === "delete") return payload;
  if (event === "notification") return payload.type;
  return event === "update" || event === "status.update" ? (payload.text ?? payload.content) : null;
}
