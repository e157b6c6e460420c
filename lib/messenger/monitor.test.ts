import { expect, it } from "vitest";
import { toHex } from "@/lib/bytes/encoding";
import type { Engine } from "@/lib/messenger/engine";
import { KeyLog } from "@/lib/messenger/key-log";
import { Locks } from "@/lib/messenger/locks";
import { scan } from "@/lib/messenger/monitor";
import { memoryStorage } from "@/lib/messenger/node-ports";
import type { MessengerTransport } from "@/lib/messenger/ports";
import { Server } from "@/lib/messenger/server";
import { RecordStore, Work } from "@/lib/messenger/store";
import { encodeBundle, encodeTile, parseTilePath, tileNodes, type Tile } from "@/lib/transparency/tiles";
import { bytesOf } from "@/testing/bytes";
import { HANDLE, keyWorld, NOW, type KeyWorld } from "@/testing/key-world";

/** A server that shows a log as it is, whatever it contains. */
function serverOf({ log, chain, label }: KeyWorld): MessengerTransport {
  const tileOf = async ({ level, index, width }: Tile) => {
    if (level === "entries") return encodeBundle(log.entries.slice(index * 256, index * 256 + width));
    return encodeTile(await log.read(tileNodes({ level, index, width })));
  };
  return {
    async request(_method, path, { query = {} } = {}) {
      if (path === "policy") return { status: 200, body: log.policy };
      if (path.startsWith("tile/")) return { status: 200, body: await tileOf(parseTilePath(path)) };
      const asked = String(query["label"]);
      const known = Number(query["known_seq"] ?? -1);
      const entries = asked === label ? chain.encoded.slice(known + 1) : [];
      return { status: 200, body: await log.lookup(asked, { since: Number(query["since"]), chain: entries }) };
    },
  };
}

/** What the scan needs of a device: it knows the account of this world, as its own. */
async function deviceOf(world: KeyWorld) {
  const store = await RecordStore.open(memoryStorage());
  const [server, locks] = [new Server(serverOf(world)), new Locks()];
  const ports = { now: () => NOW } as Engine["ports"];
  const log = new KeyLog({ ports, store, server, locks, emit: () => undefined });
  const engine = { store, server, locks, log, ports, emit: () => undefined } as unknown as Engine;
  const accountId = toHex(world.chain.accountId);
  await log.lookUp(accountId);
  const work = new Work(store);
  work.put("device", { accountId } as NonNullable<ReturnType<typeof store.get<"device">>>);
  await work.commit();
  const alarms = () => store.all("alarm/").map(({ code }) => code);
  return { alarms, look: () => scan(engine) };
}

it("raises no alarm about a log that only goes on", async () => {
  const world = await keyWorld();
  const { look, alarms } = await deviceOf(world);
  await look();
  for (const name of ["tablet", "old phone"]) {
    await world.chain.change("laptop", { add: [name], timeMs: NOW - 500 });
    world.log.set(world.label, world.chain.state.head);
    world.log.set(HANDLE, bytesOf(name, 20));
    await world.log.publish(NOW - 500);
    await look();
    await look();
  }
  expect(alarms()).toEqual([]);
});

it("raises an alarm when the log showed others an older version for a moment, and then the newest again", async () => {
  const world = await keyWorld();
  const { log, label, chain } = world;
  const { look, alarms } = await deviceOf(world);
  await log.publish(NOW - 900);
  await look();
  log.set(label, bytesOf("another account"), { version: 0 });
  await log.publish(NOW - 800);
  log.set(label, chain.state.head, { version: 1 });
  await log.publish(NOW - 700);
  await look();
  expect(alarms()).toEqual(["entries"]);
});
