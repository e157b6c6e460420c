import autocannon from "autocannon";
import { WebSocket } from "ws";
import { z } from "zod";

/** A server that speaks Mastodon's API, with tokens of some of its people: the first writes, the others follow them. */
export const Rival = z.object({ name: z.string(), origin: z.url(), tokens: z.array(z.string()).min(2) });
export type Rival = z.infer<typeof Rival>;

const Made = z.object({ id: z.string() });
const Instance = z.object({ configuration: z.object({ urls: z.object({ streaming: z.string().optional() }) }) });
const Frame = z.object({ event: z.string(), payload: z.string().optional() });

/** Barks that Home shows before it is measured. */
const FILL = 40;
/** How many requests run at the same time where a figure says "at 8". */
const HANDS = 8;
/** How long (ms) a live bark may take. */
const LATE_MS = 10_000;

let sent = 0;
const nextText = () => `Bread number ${sent++} of ${process.pid}, still warm.`;

/** One server in the comparison. All of its measurements use Mastodon's API and nothing else. */
export class Contestant {
  /** Ids of the author's barks, and how many pairs of a person and a bark there was a like for. */
  private readonly barks: string[] = [];
  private liked = 0;

  constructor(private readonly rival: Rival) {}

  get name(): string {
    return this.rival.name;
  }

  /** Has everybody follow the author, and the author write what Home shows. */
  async prepare(): Promise<void> {
    const { id } = Made.parse(await this.ask("/api/v1/accounts/verify_credentials", { token: this.author }));
    for (const token of this.followers) await this.ask(`/api/v1/accounts/${id}/follow`, { method: "POST", token });
    for (let index = 0; index < FILL; index++) await this.bark(nextText());
  }

  /** Times (ms) of barks that are sent one after the other, with `pause` ms between them. */
  async createAlone(times: number, pause = 0): Promise<number[]> {
    const samples: number[] = [];
    for (let index = 0; index < times; index++) {
      samples.push(await timed(() => this.bark(nextText())));
      if (pause > 0) await sleep(pause);
    }
    return samples;
  }

  /** Barks per second, sent by eight connections for different people. */
  createAtEight(seconds: number): Promise<number> {
    return this.atEight(seconds, (turn) => ({
      method: "POST",
      path: "/api/v1/statuses",
      token: this.tokenOf(turn),
      body: JSON.stringify({ status: nextText() }),
    }));
  }

  /** Times (ms) of a page of Home with 20 barks. */
  async homeAlone(times: number): Promise<number[]> {
    const samples: number[] = [];
    for (let index = 0; index < times; index++)
      samples.push(await timed(() => this.ask("/api/v1/timelines/home?limit=20", { token: this.followers[0] ?? "" })));
    return samples;
  }

  /** Pages of Home per second, read by eight connections for different people. */
  homeAtEight(seconds: number): Promise<number> {
    return this.atEight(seconds, (turn) => ({
      method: "GET",
      path: "/api/v1/timelines/home?limit=20",
      token: this.followers[turn % this.followers.length] ?? "",
    }));
  }

  /** Likes per second: each is of a bark that this person has not liked. */
  likesAtEight(seconds: number): Promise<number> {
    return this.atEight(seconds, () => {
      const turn = this.liked++;
      const bark = this.barks[Math.floor(turn / this.rival.tokens.length)];
      if (!bark) throw new Error(`${this.name} has no bark left to like`);
      return { method: "POST", path: `/api/v1/statuses/${bark}/favourite`, token: this.tokenOf(turn) };
    });
  }

  /**
   * Times (ms) from sending a bark until its answer, the first and the last of the followers who hear it live; null from a
   * server without a streaming API.
   * @param pause how long (ms) nothing happens between two barks
   */
  async live(times: number, pause: number): Promise<Record<"answer" | "first" | "last", number[]> | null> {
    const sockets = await Promise.all(this.followers.map((token) => this.listen(token))).catch(() => null);
    if (!sockets) return null;
    const heard = { answer: [] as number[], first: [] as number[], last: [] as number[] };
    try {
      for (let index = 0; index < times; index++) {
        const text = nextText();
        const started = performance.now();
        const arrivals = sockets.map((socket) => hears(socket, text).then(() => performance.now() - started));
        await this.bark(text);
        heard.answer.push(performance.now() - started);
        const all = await Promise.all(arrivals);
        heard.first.push(Math.min(...all));
        heard.last.push(Math.max(...all));
        await sleep(pause);
      }
    } finally {
      for (const socket of sockets) socket.terminate();
    }
    return heard;
  }

  private get author(): string {
    return this.tokenOf(0);
  }

  private get followers(): string[] {
    return this.rival.tokens.slice(1);
  }

  private tokenOf(turn: number): string {
    return this.rival.tokens[turn % this.rival.tokens.length] ?? "";
  }

  private async bark(status: string): Promise<void> {
    const body = JSON.stringify({ status });
    this.barks.push(Made.parse(await this.ask("/api/v1/statuses", { method: "POST", token: this.author, body })).id);
  }

  private async ask(path: string, { token, ...rest }: { token: string; method?: string; body?: string }) {
    const answer = await fetch(this.rival.origin + path, { ...rest, headers: headersOf(token) });
    if (!answer.ok) throw new Error(`${this.name} answered ${path} with ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as unknown;
  }

  private async atEight(
    duration: number,
    next: (turn: number) => { method: "GET" | "POST"; path: string; token: string; body?: string },
  ): Promise<number> {
    let turn = 0;
    const result = await autocannon({
      url: this.rival.origin,
      connections: HANDS,
      duration,
      requests: [
        {
          setupRequest(request) {
            const { token, ...rest } = next(turn++);
            return { ...request, ...rest, headers: headersOf(token) };
          },
        },
      ],
    });
    if (result.non2xx > 0) throw new Error(`${this.name} refused ${result.non2xx} requests`);
    return result.requests.total / result.duration;
  }

  private async listen(token: string): Promise<WebSocket> {
    const { configuration } = Instance.parse(await this.ask("/api/v2/instance", { token }));
    const base = configuration.urls.streaming ?? this.rival.origin.replace(/^http/, "ws");
    const socket = new WebSocket(`${base}/api/v1/streaming?stream=user&access_token=${token}`);
    await new Promise((resolve, reject) => void socket.once("open", resolve).once("error", reject));
    return socket;
  }
}

function headersOf(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, "content-type": "application/json", "accept-encoding": "identity" };
}

function hears(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`"${text}" was not heard within ${LATE_MS} ms`)), LATE_MS);
    socket.on("message", function hear(data: Buffer) {
      const { event, payload = "" } = Frame.parse(JSON.parse(data.toString("utf8")));
      if (event !== "update" || !payload.includes(text)) return;
      clearTimeout(late);
      socket.off("message", hear);
      resolve();
    });
  });
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
