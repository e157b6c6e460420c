import { describe, expect, it } from "vitest";
import { fromHex, toBase64Url } from "@/lib/bytes/encoding";
import { addDevice, reset, resetPending } from "@/lib/keychain/build";
import { verifyNext } from "@/lib/keychain/rules";
import { decodeEntry } from "@/lib/keychain/entry";
import { logPolicy } from "@/lib/keylog/log/policy";
import { scan } from "@/lib/messenger/monitor";
import { checkOwnHandle } from "@/lib/messenger/own-handle";
import { auditLog } from "@/lib/transparency/audit";
import { accountLabel, handleLabel, handleValue } from "@/lib/transparency/leaves";
import { vrfPublicKey } from "@/lib/transparency/vrf";
import {
  accountOf,
  alarmsOf,
  chainOf,
  forged,
  signerOf,
  twoFriends,
  lookUpIn,
  expectNothingSent,
} from "@/testing/attacked";
import { makeDevice } from "@/testing/key-chains";
import { LyingLog } from "@/testing/lying-log";
import { enrolledPocket, linkedPocket, openPocket, useKeyLog } from "@/testing/messengers";
import { settleAll } from "@/testing/pockets";

const HOUR_MS = 3_600_000;

useKeyLog();

describe("a device that was added by the server alone", () => {
  it("is noticed by contacts and by its alleged owner when no device signed it", async () => {
    const { fern, otter, id } = await twoFriends();
    const ghost = makeDevice();
    const log = await LyingLog.copy();
    const tbs = addDevice(chainOf(otter), { device: ghost, timeMs: Date.now() });
    await log.extend(accountOf(otter), [await forged(tbs, [ghost.signer])]);
    await log.publish();
    for (const pocket of [fern, otter]) {
      pocket.instead = log.answer;
      await expect(lookUpIn(pocket, accountOf(otter))).rejects.toThrow(/check of the keys/);
    }
    expect(await alarmsOf(fern)).toEqual(["log: unauthorised"]);
    expect(await alarmsOf(otter)).toEqual(["own_keys: unauthorised"]);
    await expectNothingSent(fern, otter, id, [ghost.id]);
  });

  it("is noticed when a device signed it that had been removed", async () => {
    const { fern, otter, id } = await twoFriends();
    const laptop = await linkedPocket(otter);
    const signer = signerOf(laptop);
    const { deviceId = "" } = laptop.running.engine.store.get("device") ?? {};
    await otter.running.messenger.removeDevice(deviceId);
    await settleAll(otter, fern);
    const ghost = makeDevice();
    const log = await LyingLog.copy();
    const tbs = addDevice(chainOf(otter), { device: ghost, timeMs: Date.now() });
    await log.extend(accountOf(otter), [await forged(tbs, [signer, ghost.signer])]);
    await log.publish();
    fern.instead = log.answer;
    await expect(lookUpIn(fern, accountOf(otter))).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: revoked_signer"]);
    await expectNothingSent(fern, otter, id, [ghost.id]);
  });
});

describe("a reset", () => {
  it("that was not announced for 72 hours is noticed", async () => {
    const { fern, otter, id } = await twoFriends();
    const ghost = makeDevice();
    const log = await LyingLog.copy();
    const before = chainOf(otter);
    const pending = await forged(resetPending(before, { devices: [ghost], timeMs: Date.now() }), [ghost.signer]);
    const announced = verifyNext(before, decodeEntry(pending.bytes), Date.now());
    await log.extend(accountOf(otter), [
      pending,
      await forged(reset(announced, { timeMs: Date.now() }), [ghost.signer]),
    ]);
    await log.publish();
    fern.instead = log.answer;
    await expect(lookUpIn(fern, accountOf(otter))).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: reset_too_early"]);
    await expectNothingSent(fern, otter, id, [ghost.id]);
  });

  it("that claims an announcement of before, which the log did not show, cannot be accepted", async () => {
    const { fern, otter, id } = await twoFriends();
    const ghost = makeDevice();
    const before = chainOf(otter);
    const [then, now] = [before.timeMs + 1, before.timeMs + 80 * HOUR_MS];
    for (const pocket of [fern, otter]) pocket.ahead = 80 * HOUR_MS;
    const log = await LyingLog.copy();
    await log.publish({ timeMs: now });
    for (const pocket of [fern, otter]) pocket.instead = log.answer;
    await scan(fern.running.engine);
    const pending = await forged(resetPending(before, { devices: [ghost], timeMs: then }), [ghost.signer]);
    const announced = verifyNext(before, decodeEntry(pending.bytes), now);
    await log.extend(accountOf(otter), [pending, await forged(reset(announced, { timeMs: now }), [ghost.signer])]);
    await log.publish({ timeMs: now + 1 });
    await lookUpIn(fern, accountOf(otter));
    await fern.running.settle().catch(() => undefined);
    expect(await alarmsOf(fern)).toEqual(expect.arrayContaining(["contact_reset: reset", "log: reset_unannounced"]));
    const state = await fern.running.messenger.state();
    if (state.phase !== "ready") throw new Error(state.phase);
    for (const alarm of state.log.alarms) {
      if (alarm.acceptable) await fern.running.messenger.acceptAlarm(alarm.id);
    }
    await expectNothingSent(fern, otter, id, [ghost.id]);
  });
});

describe("a log", () => {
  it("whose first entry names another key for indices is refused from the beginning", async () => {
    const otter = await enrolledPocket();
    const fern = await openPocket();
    const seed = crypto.getRandomValues(new Uint8Array(32));
    const policy = { ...logPolicy(), vrf_public_key: toBase64Url(vrfPublicKey(seed)) };
    fern.instead = (_, path) => (path === "policy" ? { status: 200, body: policy } : null);
    await expect(fern.running.messenger.enrol("Phone")).rejects.toThrow(/check of the keys/);
    expect(fern.running.engine.store.get("alarm/log-config")).toMatchObject({ code: "config" });
    await expect(fern.running.messenger.create([otter.person.id], null)).rejects.toThrow(/not set up/);
  });

  it("that shows an earlier version of a chain again is noticed", async () => {
    const { fern, otter, id } = await twoFriends();
    const before = await LyingLog.copy();
    const laptop = await linkedPocket(otter);
    await lookUpIn(fern, accountOf(otter));
    const log = await LyingLog.copy();
    const old = chainOf(otter).seq - 1;
    expect(before.size).toBeLessThan(log.size);
    await log.set(accountLabel(fromHex(accountOf(otter))), new Uint8Array(32), old, { logged: true });
    await log.publish();
    fern.instead = log.answer;
    await expect(lookUpIn(fern, accountOf(otter))).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: chain"]);
    expect(laptop.warnings).toEqual([]);
    await expectNothingSent(fern, otter, id);
  });

  it("whose map has an entry that the log does not have is noticed", async () => {
    const { fern, otter, id } = await twoFriends();
    const ghost = makeDevice();
    const log = await LyingLog.copy();
    const tbs = addDevice(chainOf(otter), { device: ghost, timeMs: Date.now() });
    const entry = await forged(tbs, [ghost.signer, signerOf(otter)]);
    log.chains.set(accountOf(otter), [entry.bytes]);
    await log.set(accountLabel(fromHex(accountOf(otter))), entry.head, entry.seq, { logged: false });
    await log.publish();
    fern.instead = log.answer;
    await expect(lookUpIn(fern, accountOf(otter))).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: update_missing"]);
    await expectNothingSent(fern, otter, id, [ghost.id]);
  });

  it("whose map hides an entry of the log is noticed by the next scan, and by whoever replays it", async () => {
    const { fern, otter, id } = await twoFriends();
    const log = await LyingLog.copy();
    fern.instead = log.answer;
    await scan(fern.running.engine);
    const label = accountLabel(fromHex(accountOf(otter)));
    await log.set(label, crypto.getRandomValues(new Uint8Array(32)), chainOf(otter).seq + 1, { mapped: false });
    await log.publish();
    await scan(fern.running.engine);
    expect(await alarmsOf(fern)).toEqual(["log: hidden_update"]);
    expect(await auditLog(log.entries, log)).toMatchObject({ fault: "map_root" });
    await expectNothingSent(fern, otter, id);
  });

  it("whose map root is not that of its map is noticed", async () => {
    const { fern, otter, id } = await twoFriends();
    const log = await LyingLog.copy();
    await log.publish({ mapRoot: crypto.getRandomValues(new Uint8Array(32)) });
    fern.instead = log.answer;
    await expect(lookUpIn(fern, accountOf(otter))).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: map"]);
    await expectNothingSent(fern, otter, id);
  });

  it("that gives somebody's handle to another account is noticed by its owner and by contacts", async () => {
    const { fern, otter, id } = await twoFriends();
    const mallory = await enrolledPocket();
    await checkOwnHandle(otter.running.engine);
    const log = await LyingLog.copy();
    const value = handleValue({ accountId: fromHex(accountOf(mallory)), seq: 0 });
    await log.set(handleLabel(otter.person.handle), value, 1);
    await log.publish();
    for (const pocket of [fern, otter]) {
      pocket.instead = (method, path, request) => {
        if (path !== `people/${otter.person.id}`) return log.answer(method, path, request);
        return {
          status: 200,
          body: { account_id: accountOf(mallory), contact: "open", conversation_id: null },
        };
      };
      const answer = pocket.lie;
      pocket.lie = (method, path, body) => {
        const told = answer?.(method, path, body) ?? body;
        if (path !== `accounts/${accountOf(mallory)}`) return told;
        const { account } = told.body as { account: object };
        return {
          ...told,
          body: { ...(told.body as object), account: { ...account, id: otter.person.id, acct: otter.person.handle } },
        };
      };
    }
    await checkOwnHandle(otter.running.engine);
    expect(await alarmsOf(otter)).toEqual(["own_keys: handle"]);
    await expect(fern.running.messenger.create([otter.person.id], null)).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: handle"]);
    await expectNothingSent(fern, otter, id);
  });
});
