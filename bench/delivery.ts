import { Redis } from "ioredis";
import type { Socket } from "socket.io-client";
import { admit, makeActive, plantFollowers, plantPeople, sample } from "@/bench/population";
import { benchCreate } from "@/bench/create";
import { quantile, type Figure } from "@/bench/figures";
import { askJson } from "@/bench/http";
import { benchLive, connect } from "@/bench/live";
import { makePeople, type Benchmarker } from "@/bench/people";
import { keys } from "@/lib/redis/keys";
import { encodeEntry } from "@/lib/timelines/rules";

const CONNECTED = 20;
const SIZES = [
  { followers: 1_000, barks: 40, most: 15, rival: "seed 003 25" },
  { followers: 5_000, barks: 20, most: 60, rival: "seed 003 124" },
  // Above the threshold nobody's timeline is written: the barks are merged when timelines are read.
  { followers: 50_000, barks: 10, most: undefined, rival: undefined },
];
const WARM_UP = 5;

/** Delivery from "Bark" to all followers, few and many, and the cost of creating the bark itself. */
export async function benchDelivery(): Promise<Figure[]> {
  const figures = [...(await benchLive()), ...(await benchCreate())];
  const redis = new Redis(process.env["REDIS_URL"] ?? "");
  for (const size of SIZES) {
    process.stderr.write(`  ${size.followers} followers …\n`);
    figures.push(...(await benchSize(redis, size)));
  }
  redis.disconnect();
  return figures;
}

async function benchSize(redis: Redis, { followers, barks, most, rival }: (typeof SIZES)[number]): Promise<Figure[]> {
  const [author] = await makePeople(1);
  if (!author) throw new Error("nobody was made");
  const crowd = await plantPeople(followers);
  await plantFollowers(author.id, crowd);
  await makeActive(redis, crowd);
  const readers = await admit(sample(crowd, CONNECTED));
  const sockets = await Promise.all(readers.map(connect));
  const stage = { crowd, readers, sockets };
  for (let index = 0; index < WARM_UP; index++) await delivery(redis, author, stage);
  const heard: number[] = [];
  const kept: number[] = [];
  const read: number[] = [];
  for (let index = 0; index < barks; index++) {
    const times = await delivery(redis, author, stage);
    heard.push(times.heard);
    if (times.kept !== null) kept.push(times.kept);
  }
  for (const reader of readers) read.push(await reading(author, reader));
  for (const socket of sockets) socket.disconnect();
  const of = `${followers} followers`;
  const target = most === undefined ? {} : { target: { most } };
  const inAll = { what: `${of}: in all timelines, p50`, value: quantile(kept, 0.5), unit: "ms", ...target };
  return [
    ...(kept.length === barks ? [{ ...inAll, ...(rival && { rival }) }] : []),
    { what: `${of}: last of ${CONNECTED} connected heard, p50`, value: quantile(heard, 0.5), unit: "ms", ...target },
    { what: `${of}: last of ${CONNECTED} connected heard, p95`, value: quantile(heard, 0.95), unit: "ms" },
    { what: `${of}: on a Home that is read again and again, p50`, value: quantile(read, 0.5), unit: "ms" },
  ];
}

interface Crowd {
  crowd: string[];
  readers: Benchmarker[];
  sockets: Socket[];
}

/** Milliseconds from "Bark" until all connected people received it, and until all timelines have it; null: never. */
async function delivery(redis: Redis, author: Benchmarker, { crowd, sockets }: Crowd) {
  const started = performance.now();
  const heard = Promise.all(sockets.map(hears)).then(() => performance.now() - started);
  const kept = await untilKept(redis, crowd, await barkBy(author), heard);
  return { kept: kept ? performance.now() - started : null, heard: await heard };
}

/** Milliseconds from "Bark" until a reader's Home shows it, by polling. */
async function reading(author: Benchmarker, reader: Benchmarker): Promise<number> {
  const started = performance.now();
  const id = await barkBy(author);
  await untilOnHome(reader, id);
  return performance.now() - started;
}

async function barkBy(author: Benchmarker): Promise<string> {
  const json = { status: "The tide comes in." };
  const { id } = await askJson<{ id: string }>("/api/v1/statuses", { method: "POST", token: author.token, json });
  return id;
}

function hears(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("a live bark did not arrive within 30 s")), 30_000);
    socket.once("bark", () => {
      clearTimeout(late);
      resolve();
    });
  });
}

async function untilOnHome(reader: Benchmarker, id: string): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    const page = await askJson<{ id: string }[]>("/api/v1/timelines/home?limit=20", { token: reader.token });
    if (page.some((status) => status.id === id)) return;
  }
  throw new Error("a bark did not appear on Home");
}

/**
 * Waits until the last of a crowd has a bark in their timeline, checking one person after the other, so that checking
 * costs Redis little. @returns false when all connected people have received it and the first still does not have it
 */
async function untilKept(redis: Redis, crowd: string[], id: string, heard: Promise<unknown>): Promise<boolean> {
  const member = encodeEntry({ id, of: null });
  let allHeard = false;
  void heard.then(() => setTimeout(() => (allHeard = true), 1_000));
  for (let next = 0; next < crowd.length;) {
    const some = crowd.slice(next, next + (next === 0 ? 1 : 250));
    const pipeline = redis.pipeline();
    for (const person of some) pipeline.zscore(keys.timeline(person), member);
    if (next === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const found = ((await pipeline.exec()) ?? []).findIndex(([, score]) => score === null);
    next += found === -1 ? some.length : found;
    if (next === 0 && allHeard) return false;
  }
  return true;
}
