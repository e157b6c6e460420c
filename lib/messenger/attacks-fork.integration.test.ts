import { describe, expect, it } from "vitest";
import { signerFromSeed } from "@/lib/keychain/signing";
import { logPolicy } from "@/lib/keylog/log/policy";
import { verifyContact } from "@/lib/messenger/contacts";
import { encodeVerifierKey } from "@/lib/transparency/note";
import { accountOf, alarmsOf, twoFriends, lookUpIn, expectNothingSent } from "@/testing/attacked";
import { LyingLog } from "@/testing/lying-log";
import { enrolledPocket, openPocket, useKeyLog } from "@/testing/messengers";

useKeyLog();

describe("a handle that the log does not know", () => {
  it("is waited for, because somebody may have just renamed themselves, and is an alarm only after ten minutes", async () => {
    const { fern, otter } = await twoFriends();
    const account = accountOf(otter);
    const verify = () => verifyContact(fern.running.engine, account);
    let acct = `${otter.person.handle}_2`;
    fern.lie = (_, path, told) => {
      if (path !== `accounts/${account}`) return told;
      const { account: about } = told.body as { account: object };
      return { ...told, body: { ...(told.body as object), account: { ...about, acct } } };
    };
    fern.ahead = 61 * 60_000;
    await expect(verify()).rejects.toThrow(/does not know their new handle/);
    expect(await alarmsOf(fern)).toEqual([]);
    acct = otter.person.handle;
    expect(await verify()).toMatchObject({ handle: acct });
    acct += "_3";
    fern.ahead += 61 * 60_000;
    await expect(verify()).rejects.toThrow(/does not know their new handle/);
    fern.ahead += 11 * 60_000;
    await expect(verify()).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: handle"]);
    acct = otter.person.handle;
    await verify();
    expect(await alarmsOf(fern)).toEqual([]);
  });
});

describe("a log that was forked", () => {
  it("for one device is found when somebody who sees the other branch writes to it", async () => {
    const { fern, otter, id } = await twoFriends();
    const log = await LyingLog.copy();
    await log.publish();
    await log.publish();
    // Otter goes on in the branch, Fern in the true log.
    otter.instead = log.answer;
    await lookUpIn(otter, accountOf(otter));
    await enrolledPocket();
    await enrolledPocket();
    await lookUpIn(fern, accountOf(fern));
    await otter.running.messenger.send(id, { text: "From the other branch" });
    await otter.running.settle();
    await fern.running.settle();
    fern.running.nudge(null);
    await fern.running.settle();
    expect(await alarmsOf(fern)).toEqual(["split_view: split_view"]);
    expect(await fern.running.messenger.evidence(`split_view-${accountOf(otter)}`)).toContain("honest");
    await expectNothingSent(fern, otter, id);
  });

  it("is found too when the server refuses what would prove it", async () => {
    const { fern, otter, id } = await twoFriends();
    const log = await LyingLog.copy();
    await log.publish();
    otter.instead = log.answer;
    await lookUpIn(otter, accountOf(otter));
    await enrolledPocket();
    await enrolledPocket();
    await lookUpIn(fern, accountOf(fern));
    await otter.running.messenger.send(id, { text: "From the other branch" });
    await otter.running.settle();
    fern.instead = (_, path) => (path.startsWith("tile/") ? { status: 404, body: { error: "Not found" } } : null);
    await fern.running.settle();
    fern.running.nudge(null);
    await fern.running.settle();
    expect(await alarmsOf(fern)).toEqual(["log: entries"]);
    await expectNothingSent(fern, otter, id);
  });

  it("is refused at once where a witness has to agree", async () => {
    const witness = signerFromSeed(crypto.getRandomValues(new Uint8Array(32)));
    const vkey = encodeVerifierKey({ name: "witness.example", type: "cosignature", publicKey: witness.publicKey });
    const policy = { ...logPolicy(), witnesses: [{ name: "witness.example", vkey }], quorum: 1 };
    const otter = await enrolledPocket();
    const log = await LyingLog.copy();
    log.witness = witness;
    await log.publish();
    const fern = await openPocket();
    fern.instead = (method, path, request) =>
      path === "policy" ? { status: 200, body: policy } : log.answer(method, path, request);
    await lookUpIn(fern, accountOf(otter));
    expect(fern.running.engine.store.get("log")).toMatchObject({ witnesses: 1, size: log.size });
    await log.publish({ witnessed: false });
    await expect(lookUpIn(fern, accountOf(otter))).rejects.toThrow(/check of the keys/);
    expect(fern.running.engine.store.get("alarm/log-witness_quorum")).toMatchObject({ code: "witness_quorum" });
  });
});
