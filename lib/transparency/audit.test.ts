import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toHex } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import { RESET_DELAY_MS } from "@/lib/keychain/rules";
import { TransparencyError } from "@/lib/transparency/errors";
import { auditLog, LogReplay, scanLog, wasAnnounced } from "@/lib/transparency/audit";
import { decodeLeaf, encodeLeaf, type LogLeaf } from "@/lib/transparency/leaves";
import { Frontier } from "@/lib/transparency/tree";
import { bytesOf, flipBit } from "@/testing/bytes";
import { HANDLE, keyWorld, NOW } from "@/testing/key-world";
import { TestLog } from "@/testing/key-log";

const checkpointOf = (log: TestLog) => ({ size: log.size, root: log.root });
const manifest = encodeLeaf({ kind: "code_manifest", semver: "1.2.3", sha256: bytesOf("code") });

describe("the audit of a log", () => {
  it("finds nothing in an honest log, however it grows", async () => {
    const { log, chain, label } = await keyWorld();
    expect(await auditLog(log.entries, checkpointOf(log))).toBeNull();
    log.add(manifest);
    log.set(label, chain.state.head);
    await log.publish(NOW);
    expect(await auditLog(log.entries, checkpointOf(log))).toBeNull();
  });

  it("finds a map root that does not follow from the updates", async () => {
    const { log, label } = await keyWorld();
    log.set(label, bytesOf("ghost"), { logged: false });
    await log.publish(NOW);
    const position = log.size - 1;
    expect(await auditLog(log.entries, checkpointOf(log))).toEqual({ position, fault: "map_root" });
  });

  it("finds an update that was left out of the map, at the next root", async () => {
    const { log, label } = await keyWorld();
    log.set(label, bytesOf("removal of a device"), { mapped: false });
    await log.publish(NOW);
    expect(await auditLog(log.entries, checkpointOf(log))).toEqual({ position: log.size - 1, fault: "map_root" });
  });

  it("finds versions that are skipped or repeated", async () => {
    for (const version of [0, 1, 3]) {
      const { log, label } = await keyWorld();
      const { position } = log.set(label, bytesOf("value"), { version });
      await log.publish(NOW);
      expect(await auditLog(log.entries, checkpointOf(log))).toEqual({ position, fault: "version" });
    }
  });

  it("finds entries that stand where they may not, or are none", async () => {
    const first = decodeLeaf((await TestLog.start(NOW)).entries[0] ?? new Uint8Array());
    const root: LogLeaf = { kind: "map_root", coversSize: 16, mapRoot: new Uint8Array(32), timeMs: NOW };
    const cases = [
      [encodeLeaf(first), "config"],
      [encodeLeaf({ ...root, coversSize: 15 }), "covers_size"],
      [encodeLeaf(root), "map_root"],
      [Uint8Array.of(9, 9), "undecodable"],
    ] as const;
    for (const [entry, fault] of cases) {
      const { log } = await keyWorld();
      expect(log.size).toBe(16);
      log.add(entry);
      await log.publish(NOW);
      expect(await auditLog(log.entries, checkpointOf(log))).toEqual({ position: 16, fault });
    }
    expect(await auditLog([manifest], { size: 1, root: bytesOf("x") })).toEqual({ position: 0, fault: "config" });
  });

  it("finds a time that goes back", async () => {
    const { log } = await keyWorld();
    await log.publish(NOW - 60_000);
    expect(await auditLog(log.entries, checkpointOf(log))).toEqual({ position: 16, fault: "time_decreased" });
  });

  it("finds entries that are not those of the checkpoint", async () => {
    const { log } = await keyWorld();
    const { size, root } = checkpointOf(log);
    expect(await auditLog(log.entries.slice(0, -1), { size, root })).toEqual({ position: size - 1, fault: "size" });
    expect(await auditLog(log.entries, { size, root: flipBit(root, 3) })).toEqual({
      position: size,
      fault: "tree_root",
    });
    log.add(manifest);
    expect(await auditLog(log.entries, checkpointOf(log))).toEqual({ position: size, fault: "no_map_root_at_end" });
  });

  it("finds any changed bit of any entry", async () => {
    const { log } = await keyWorld();
    await fc.assert(
      fc.asyncProperty(fc.nat(log.size - 1), fc.nat(), async (at, bit) => {
        const entries = log.entries.with(at, flipBit(log.entries[at] ?? new Uint8Array(), bit));
        expect(await auditLog(entries, checkpointOf(log))).not.toBeNull();
      }),
    );
  });

  it("may go on after a checkpoint", async () => {
    const { log, chain, label } = await keyWorld();
    const replay = await LogReplay.start();
    for (const entry of log.entries) expect(replay.add(entry)).toBeNull();
    expect(replay.compare(checkpointOf(log))).toBeNull();
    log.set(label, chain.state.head);
    await log.publish(NOW);
    for (const entry of log.entries.slice(replay.size)) expect(replay.add(entry)).toBeNull();
    expect(replay.compare(checkpointOf(log))).toBeNull();
  });
});

describe("the scan of new entries", () => {
  it("finds the updates of watched labels and when they became visible", async () => {
    const { log, label } = await keyWorld();
    const watchedAt = (account: number | null, handle: number | null) =>
      new Map([
        [toHex(log.index(label)), account],
        [toHex(log.index(HANDLE)), handle],
      ]);
    const before = log.size;
    const frontier = await Frontier.of(before, log.read);
    const { position, commitment } = log.set(label, bytesOf("new head"));
    await log.publish(NOW);
    log.set(HANDLE, bytesOf("new owner", 20));
    log.set("handle:other1", bytesOf("another owner", 20));
    const hits = await scanLog(frontier, log.entries.slice(before), checkpointOf(log), watchedAt(1, 0));
    const index = toHex(log.index(label));
    expect(hits).toEqual([
      { index, version: 2, commitment, position, visibleMs: NOW },
      expect.objectContaining({ version: 1, position: position + 2, visibleMs: null }),
    ]);
    expect(frontier.root()).toEqual(log.root);
    const all = await scanLog(await Frontier.of(), log.entries, checkpointOf(log), watchedAt(null, null));
    expect(all?.map(({ version }) => version)).toEqual([0, 0, 1, 2, 1]);
    expect(all?.map(({ visibleMs }) => visibleMs)).toEqual([NOW - 3000, NOW - 3000, NOW - 2000, NOW, null]);
  });

  it("refuses entries that do not lead from one checkpoint to the next", async () => {
    const { log, label } = await keyWorld();
    const before = log.size;
    const start = () => Frontier.of(before, log.read);
    log.set(label, bytesOf("new head"));
    await log.publish(NOW);
    const entries = log.entries.slice(before);
    const none = new Map<string, number | null>();
    expect(await scanLog(await start(), entries, checkpointOf(log), none)).toEqual([]);
    expect(await scanLog(await start(), entries.slice(1), checkpointOf(log), none)).toBeNull();
    expect(await scanLog(await start(), [manifest, ...entries.slice(1)], checkpointOf(log), none)).toBeNull();
    expect(await scanLog(await start(), [], checkpointOf(log), none)).toBeNull();
    const broken = [concat(entries[0] ?? new Uint8Array(), Uint8Array.of(0))];
    await expect(scanLog(await start(), broken, checkpointOf(log), none)).rejects.toThrow(DecodeError);
  });

  it("refuses map roots that claim an older time or fewer entries", async () => {
    const { log } = await keyWorld();
    const before = log.size;
    const none = new Map<string, number | null>();
    const scan = async (afterMs?: number) =>
      scanLog(await Frontier.of(before, log.read), log.entries.slice(before), checkpointOf(log), none, afterMs);
    await log.publish(NOW);
    expect(await scan(NOW)).toEqual([]);
    expect(await scan(NOW + 1)).toBeNull();
    await log.publish(NOW - 1);
    expect(await scan()).toBeNull();
    const other = await keyWorld();
    await other.log.publish(NOW, { coversSize: 3 });
    const start = await Frontier.of(before, other.log.read);
    expect(await scanLog(start, other.log.entries.slice(before), checkpointOf(other.log), none)).toBeNull();
  });

  it("refuses a version that was used before, skipped, or used for a moment only", async () => {
    const { log, label } = await keyWorld();
    const before = log.size;
    const index = toHex(log.index(label));
    const scan = async (known: number | null, from = before) => {
      const frontier = await Frontier.of(from, log.read);
      return scanLog(frontier, log.entries.slice(from), checkpointOf(log), new Map([[index, known]]));
    };
    const hits = async (known: number | null, from = before) =>
      (await scan(known, from).catch((error: unknown) => (error instanceof TransparencyError ? error.code : null))) ??
      [];
    log.set(label, bytesOf("forged for a moment"), { version: 0 });
    log.set(label, bytesOf("forged for a moment too"), { version: 1 });
    await log.publish(NOW);
    expect(await hits(1)).toBe("version");
    const later = log.size;
    log.set(label, bytesOf("next"), { version: 2 });
    await log.publish(NOW);
    expect(await hits(1)).toBe("version");
    expect(await hits(null)).toHaveLength(3);
    expect(await hits(1, later)).toHaveLength(1);
    expect(await hits(0, later)).toBe("version");
    expect(await hits(2, later)).toBe("version");
  });

  it("shows whether a reset was announced in the log, whatever times its entries claim", async () => {
    const { log, label } = await keyWorld();
    const index = toHex(log.index(label));
    const scan = async () =>
      (await scanLog(await Frontier.of(), log.entries, checkpointOf(log), new Map([[index, null]]))) ?? [];
    log.set(label, bytesOf("announcement"));
    await log.publish(NOW);
    log.set(label, bytesOf("reset"));
    await log.publish(NOW + RESET_DELAY_MS - 3_600_000);
    expect(wasAnnounced(await scan(), index, 3)).toBe(false);
    log.set(label, bytesOf("another announcement"));
    await log.publish(NOW + RESET_DELAY_MS);
    log.set(label, bytesOf("another reset"));
    await log.publish(NOW + 2 * RESET_DELAY_MS);
    expect(wasAnnounced(await scan(), index, 5)).toBe(true);
    expect([wasAnnounced(await scan(), index, 6), wasAnnounced([], index, 5)]).toEqual([null, null]);
  });
});
