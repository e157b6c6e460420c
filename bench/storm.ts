import { execFileSync } from "node:child_process";
import { makeActive, plantPeople } from "@/bench/population";
import { quantile, type Figure } from "@/bench/figures";
import { OwnProcess } from "@/bench/own";
import { benchRedisMemory } from "@/bench/redis-memory";
import { SmallDevice } from "@/bench/sockets";
import { createApp, createToken } from "@/lib/auth/writes";
import { createBark } from "@/lib/barks/writes";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows } from "@/testing/follows";

/** Limited by file descriptors: two per socket in the web process, and some to spare. */
const SOCKETS = Math.min(5_000, Math.floor((Number(execFileSync("sh", ["-c", "ulimit -n"]).toString()) - 200) / 2));
/** Concurrent handshakes: the next begins as soon as one is done. */
const AT_ONCE = 200;
const BARK_EVERY_MS = 100;

/**
 * A connection storm on one gateway, directly and through a web process, both started by this benchmark. The limit of
 * handshakes per address stays on: every socket has an address of its own, as a crowd of phones would, in the header
 * that the web process (or a trusted proxy) sets. The limit for a single address is measured, too.
 */
export async function benchStorm(): Promise<Figure[]> {
  const people = await plantPeople(SOCKETS + 2);
  await makeActive(tcpRedis(), people);
  const tokens = await admitAll(people);
  const on = { BARKER_RATE_LIMITS: "on", BARKER_TRUST_PROXY: "on" };
  const gateway = await OwnProcess.start("sidecar", { ...on, BARKER_ROLES: "gateway" });
  // A process of its own, because memory that another round has left would hide what its sockets take.
  const other = await OwnProcess.start("sidecar", { ...on, BARKER_ROLES: "gateway" });
  const web = await OwnProcess.start("web", { ...on, BARKER_SIDECARS: `127.0.0.1:${gateway.port}` });
  try {
    const straight = { ports: gateway, through: [gateway], header: "x-barker-address", returns: 0 };
    const mastodon = { ports: other, through: [other], header: "x-barker-address", returns: 0, mastodon: true };
    const proxied = { ports: web, through: [gateway, web], header: "x-forwarded-for", returns: 0 };
    return [
      await heldBack(gateway, tokens[0] ?? ""),
      ...(await storm("a gateway", straight, people, tokens)),
      ...(await storm("a gateway, Mastodon's API", mastodon, people, tokens)),
      ...(await storm("web and gateway", proxied, people, tokens)),
      ...(await benchRedisMemory()),
    ];
  } finally {
    await Promise.all([web.stop(), gateway.stop(), other.stop()]);
    tcpRedis().disconnect();
  }
}

interface Way {
  ports: OwnProcess;
  through: OwnProcess[];
  header: string;
  mastodon?: boolean;
  /** How often a client was rejected and came back. */
  returns: number;
}

async function storm(name: string, way: Way, people: string[], tokens: string[]): Promise<Figure[]> {
  const [author = "", listener = ""] = people.slice(-2);
  await plantFollows(listener, [{ id: author }]);
  const ear = await open(way, tokens.at(-1) ?? "", 0);
  const aWhile = () => new Promise<void>((resolve) => setTimeout(resolve, 3_000));
  // The JVM is warmed up by then.
  await whileBarking(author, ear, aWhile);
  const calm = await whileBarking(author, ear, aWhile);
  const before = await measure(way.through);
  for (const process of way.through) await process.lag();
  const devices: SmallDevice[] = [];
  const begun = performance.now();
  const tenth = Math.floor(SOCKETS / 10);
  await connectAll(way, tokens.slice(0, tenth), devices);
  const early = await measure(way.through);
  const resumed = performance.now();
  const first = resumed - begun;
  const busy = await whileBarking(author, ear, () => connectAll(way, tokens.slice(tenth, SOCKETS), devices));
  const took = performance.now() - resumed;
  const lags = await Promise.all(way.through.map((process) => process.lag()));
  const after = await measure(way.through);
  const lost = devices.filter(({ isOpen }) => !isOpen).length;
  for (const device of [...devices, ear]) device.close();
  if (lost > 0) throw new Error(`${lost} of ${SOCKETS} sockets were lost`);
  const rest = SOCKETS - tenth;
  const handshakes = devices.slice(tenth).map(({ handshake }) => handshake);
  const of = `storm on ${name}, ${SOCKETS} sockets:`;
  const each = way.through.flatMap((_, index): Figure[] => {
    const [start, middle, end] = [before[index], early[index], after[index]];
    if (!start || !middle || !end) return [];
    const who = index === 0 ? "gateway" : "web";
    const [few, many] = [(middle.kb - start.kb) / tenth, (end.kb - start.kb) / SOCKETS];
    // Memory that the process kept from an earlier round would hide what new sockets take.
    const isFresh = index === way.through.length - 1;
    return [
      ...(isFresh
        ? [
            { what: `${of} memory of a socket, ${who}`, value: many, unit: "KB", target: { most: 20 } },
            { what: `${of} the same, all / a tenth of them`, value: many / few, unit: "×" },
          ]
        : []),
      { what: `${of} processor time of a handshake, ${who}`, value: (end.ms - middle.ms) / rest, unit: "ms" },
      { what: `${of} event loop late at most, ${who}`, value: lags[index]?.max ?? Number.NaN, unit: "ms" },
    ];
  });
  return [
    { what: `${of} all connected after`, value: (first + took) / 1_000, unit: "s" },
    { what: `${of} sent away and come back`, value: way.returns, unit: "" },
    { what: `${of} handshake p50, ${AT_ONCE} at once`, value: quantile(handshakes, 0.5), unit: "ms" },
    { what: `${of} handshake p95`, value: quantile(handshakes, 0.95), unit: "ms" },
    {
      what: `${of} a live bark meanwhile, p50`,
      value: quantile(busy, 0.5),
      unit: "ms",
      rival: `${calm50(calm)} before`,
    },
    { what: `${of} a live bark meanwhile, slowest`, value: Math.max(...busy), unit: "ms" },
    ...each,
  ];
}

const calm50 = (calm: number[]) => `${quantile(calm, 0.5).toFixed(1)} ms`;

/** Resident memory and CPU time of each of these, one after the other, so that all of them settle meanwhile. */
async function measure(processes: OwnProcess[]): Promise<{ kb: number; ms: number }[]> {
  const measured = [];
  for (const process of processes) measured.push({ ms: process.usedMs(), kb: await process.residentKb() });
  return measured;
}

function open({ ports, header, mastodon }: Way, token: string, place: number): Promise<SmallDevice> {
  const address = `10.${place >> 16}.${(place >> 8) & 255}.${place & 255}`;
  return SmallDevice.open({ host: "127.0.0.1", port: ports.port, token, headers: { [header]: address }, mastodon });
}

/** Retries after a second when rejected, as clients do. */
async function insist(way: Way, token: string, place: number): Promise<SmallDevice> {
  for (;;) {
    const device = await open(way, token, place).catch(() => null);
    if (device) return device;
    way.returns++;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function connectAll(way: Way, tokens: string[], devices: SmallDevice[]): Promise<void> {
  const waiting = tokens.values();
  const work = async () => {
    for (const token of waiting) devices.push(await insist(way, token, devices.length + 1));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** @returns the live latency of each bark during `act`, in milliseconds */
async function whileBarking(author: string, ear: SmallDevice, act: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  let over = false;
  const barking = (async () => {
    while (!over) {
      const begun = performance.now();
      const heard = new Promise<void>((resolve) => (ear.onBark = resolve));
      await createBark(author, { text: "Thunder." });
      await heard;
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, BARK_EVERY_MS));
    }
  })();
  await act();
  over = true;
  await barking;
  return times;
}

/** How many of 400 concurrent handshakes from one address a gateway accepts. */
async function heldBack(gateway: OwnProcess, token: string): Promise<Figure> {
  const wish = { host: "127.0.0.1", port: gateway.port, token, headers: { "x-barker-address": "192.0.2.1" } };
  const opened = await Promise.allSettled(Array.from({ length: 400 }, () => SmallDevice.open(wish)));
  const devices = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  for (const device of devices) device.close();
  return {
    what: "storm from one address: let in, of 400 at once",
    value: devices.length,
    unit: "",
    target: { most: 300 },
  };
}

async function admitAll(people: string[]): Promise<string[]> {
  const scopes = ["read"];
  const app = { name: "Storm", website: null, redirectUris: ["urn:ietf:wg:oauth:2.0:oob"], scopes };
  const { id } = await createApp(app);
  const tokens: string[] = [];
  while (tokens.length < people.length) {
    const some = people.slice(tokens.length, tokens.length + 16);
    const made = await Promise.all(some.map((person) => createToken(id, scopes, person)));
    tokens.push(...made.map(({ access_token }) => access_token));
  }
  return tokens;
}
