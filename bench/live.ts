import { io, type Socket } from "socket.io-client";
import { WebSocket } from "ws";
import { quantile, type Figure } from "@/bench/figures";
import { askJson, origin } from "@/bench/http";
import { follow, makePeople, type Benchmarker } from "@/bench/people";

const FOLLOWERS = 20;
const WARM_UP = 60;
const BARKS = 200;

/** A follower's device, which says when the next bark arrives. */
interface Ear {
  next(): Promise<void>;
  close(): void;
}

/**
 * Live delivery: from sending a bark until the first, and the last, of 20 followers receives it. Followers by Socket.IO and
 * by Mastodon's streaming API take turns, so that both meet the same machine.
 */
export async function benchLive(): Promise<Figure[]> {
  const ways = [await Way.open(bySocketIo), await Way.open(byMastodon)];
  for (let index = 0; index < WARM_UP + BARKS; index++) {
    for (const way of ways) await way.deliver(`Bus ${index} is early.`, index >= WARM_UP);
  }
  for (const way of ways) way.close();
  const [own, mastodon] = ways;
  return [
    ...(own ? figuresOf("live", own) : []),
    ...(mastodon ? figuresOf("live, Mastodon's streaming API", mastodon) : []),
  ];
}

function figuresOf(what: string, { first, last }: Way): Figure[] {
  return [
    {
      what: `${what}, first of 20 followers, p50`,
      value: quantile(first, 0.5),
      unit: "ms",
      target: { most: 8 },
      rival: "Misskey 8.2, GoToSocial 47",
    },
    {
      what: `${what}, last of 20 followers, p50`,
      value: quantile(last, 0.5),
      unit: "ms",
      target: { most: 9 },
      rival: "Misskey 8.7, GoToSocial 52",
    },
    {
      what: `${what}, last of 20 followers, p95`,
      value: quantile(last, 0.95),
      unit: "ms",
      target: { most: 13 },
      rival: "Misskey 13.8",
    },
  ];
}

/** An author and their followers, who are all connected in the same way. */
class Way {
  readonly first: number[] = [];
  readonly last: number[] = [];

  private constructor(
    readonly author: Benchmarker,
    readonly ears: Ear[],
  ) {}

  static async open(listen: (person: Benchmarker) => Promise<Ear>): Promise<Way> {
    const [author, ...followers] = await makePeople(FOLLOWERS + 1);
    if (!author) throw new Error("nobody was made");
    for (const follower of followers) await follow(follower, author);
    return new Way(author, await Promise.all(followers.map(listen)));
  }

  async deliver(text: string, isCounted: boolean): Promise<void> {
    const started = performance.now();
    const arrivals = this.ears.map((ear) => within10s(ear.next()).then(() => performance.now() - started));
    await askJson("/api/v1/statuses", { method: "POST", token: this.author.token, json: { status: text } });
    const times = await Promise.all(arrivals);
    if (!isCounted) return;
    this.first.push(Math.min(...times));
    this.last.push(Math.max(...times));
  }

  close(): void {
    for (const ear of this.ears) ear.close();
  }
}

function within10s<T>(heard: Promise<T>): Promise<T> {
  return Promise.race([
    heard,
    new Promise<never>((_, reject) => {
      const late = setTimeout(() => reject(new Error("a live bark did not arrive within 10 s")), 10_000);
      void heard.then(() => clearTimeout(late));
    }),
  ]);
}

async function bySocketIo(person: Benchmarker): Promise<Ear> {
  const socket = await connect(person);
  return {
    next: () => new Promise((resolve) => void socket.once("bark", () => resolve())),
    close: () => void socket.disconnect(),
  };
}

async function byMastodon({ token }: Benchmarker): Promise<Ear> {
  const socket = new WebSocket(`${origin.replace(/^http/, "ws")}/api/v1/streaming?stream=user`, [token]);
  await new Promise<void>((resolve, reject) => void socket.once("open", () => resolve()).once("error", reject));
  return {
    next: () => new Promise((resolve) => void socket.once("message", () => resolve())),
    close: () => socket.terminate(),
  };
}

export function connect(person: Benchmarker): Promise<Socket> {
  const socket = io(origin, {
    path: "/socket.io",
    transports: ["websocket"],
    forceNew: true,
    auth: { token: person.token },
  });
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });
}
