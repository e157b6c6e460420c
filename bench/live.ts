import { io, type Socket } from "socket.io-client";
import { quantile, type Figure } from "@/bench/figures";
import { askJson, origin } from "@/bench/http";
import { follow, makePeople, type Benchmarker } from "@/bench/people";

const FOLLOWERS = 20;
const WARM_UP = 60;
const BARKS = 200;

/** Live delivery: from sending a bark until the first, and the last, of 20 followers receives it. */
export async function benchLive(): Promise<Figure[]> {
  const [author, ...followers] = await makePeople(FOLLOWERS + 1);
  if (!author) throw new Error("nobody was made");
  for (const follower of followers) await follow(follower, author);
  const sockets = await Promise.all(followers.map(connect));
  const first: number[] = [];
  const last: number[] = [];
  for (let index = 0; index < WARM_UP + BARKS; index++) {
    const arrivals = await deliver(author, sockets, `Bus ${index} is early.`);
    if (index < WARM_UP) continue;
    first.push(Math.min(...arrivals));
    last.push(Math.max(...arrivals));
  }
  for (const socket of sockets) socket.disconnect();
  return [
    {
      what: "live, first of 20 followers, p50",
      value: quantile(first, 0.5),
      unit: "ms",
      target: { most: 8 },
      rival: "Misskey 8.2, GoToSocial 47",
    },
    {
      what: "live, last of 20 followers, p50",
      value: quantile(last, 0.5),
      unit: "ms",
      target: { most: 9 },
      rival: "Misskey 8.7, GoToSocial 52",
    },
    {
      what: "live, last of 20 followers, p95",
      value: quantile(last, 0.95),
      unit: "ms",
      target: { most: 13 },
      rival: "Misskey 13.8",
    },
  ];
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

async function deliver(author: Benchmarker, sockets: Socket[], text: string): Promise<number[]> {
  const started = performance.now();
  const arrivals = sockets.map(
    (socket) =>
      new Promise<number>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error("a live bark did not arrive within 10 s")), 10_000);
        socket.once("bark", () => {
          clearTimeout(late);
          resolve(performance.now() - started);
        });
      }),
  );
  await askJson("/api/v1/statuses", { method: "POST", token: author.token, json: { status: text } });
  return Promise.all(arrivals);
}
