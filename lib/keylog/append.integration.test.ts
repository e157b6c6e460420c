import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { toBase64Url, toHex } from "@/lib/bytes/encoding";
import { close, genesis, reset, resetPending } from "@/lib/keychain/build";
import { encodeEntry, signEntry } from "@/lib/keychain/entry";
import { accountOf, activeDevices, personOf, requireDevice } from "@/lib/keylog/reads";
import { appendEntry } from "@/lib/keylog/writes";
import { startSequencer } from "@/sidecar/keylog/sequencer";
import { call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { append, enrolled, messenger, useOwnLog } from "@/testing/key-accounts";
import { added, begun, makeDevice, removed, signed } from "@/testing/key-chains";
import { makePerson, makeToken, pagesOf } from "@/testing/people";

const E2EE = "/api/v1/barker/e2ee";
useOwnLog();
let sequencer: ReturnType<typeof startSequencer>;
beforeAll(() => {
  sequencer = startSequencer();
});
afterAll(() => sequencer.stop());

describe("appending to a key chain", () => {
  it("begins an account, adds a device and removes one, and tells where each entry is in the log", async () => {
    const { person, token } = await messenger();
    const [phone, laptop] = [makeDevice(), makeDevice()];
    const first = await begun([phone]);
    expect(await append(token, first.bytes, "Phone")).toMatchObject({
      status: 200,
      json: { seq: 0, position: expect.any(Number) },
    });
    const second = await added(first.state, phone, laptop);
    expect(await append(token, second.bytes, "Laptop")).toMatchObject({ status: 200, json: { seq: 1 } });
    const accountId = toHex(first.state.accountId);
    const both = [phone, laptop].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(await activeDevices(accountId)).toEqual(
      both.map(({ id, sigKey }) => ({ deviceId: id, signatureKey: sigKey })),
    );
    expect((await call("GET", `${E2EE}/account`, { token })).json).toMatchObject({
      account_id: accountId,
      seq: 1,
      devices: both.map(({ id }) => ({ device_id: id, name: id === phone.id ? "Phone" : "Laptop" })),
    });
    const third = await removed(second.state, laptop, phone);
    expect(await append(token, third.bytes)).toMatchObject({ status: 200, json: { seq: 2 } });
    expect(await requireDevice(person.id, laptop.id)).toBe(accountId);
    await expect(requireDevice(person.id, phone.id)).rejects.toMatchObject({ status: 403, reason: "unknown_device" });
    expect([await accountOf(person.id), await personOf(accountId)]).toEqual([accountId, person.id]);
  });

  it("answers the same entry again as before, and any other in its place with a conflict", async () => {
    const { token, device, chain } = await enrolled();
    expect(await append(token, chain.bytes)).toMatchObject({ status: 200, json: { seq: 0 } });
    const [one, other] = [
      await added(chain.state, device, makeDevice()),
      await added(chain.state, device, makeDevice()),
    ];
    const answers = await Promise.all([append(token, one.bytes), append(token, other.bytes)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.json).toMatchObject({ code: "seq_taken" });
    const winner = answers[0].status === 200 ? one : other;
    expect((await append(token, winner.bytes)).status).toBe(200);
  });

  it("accepts one of twenty different entries at once", async () => {
    const { person, device, chain } = await enrolled();
    const entries = await Promise.all(Array.from({ length: 20 }, () => added(chain.state, device, makeDevice())));
    const answers = await Promise.allSettled(
      entries.map(({ bytes }) => appendEntry({ personId: person.id, bytes, deviceName: "X" })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await call("GET", `${E2EE}/account`, await pagesOf(person.id))).json).toMatchObject({
      seq: 1,
      devices: { length: 2 },
    });
  });

  it("gives a person one account, also when two devices enrol at the same time", async () => {
    const { person, token } = await messenger();
    const chains = await Promise.all([begun([makeDevice()]), begun([makeDevice()])]);
    const answers = await Promise.all(chains.map(({ bytes }) => append(token, bytes)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const account_id = await accountOf(person.id);
    expect(answers.find(({ status }) => status === 409)?.json).toMatchObject({ code: "account_exists", account_id });
  });

  it("refuses entries for the account of somebody else", async () => {
    const [victim, attacker] = [await enrolled(), await messenger()];
    const ghost = await added(victim.chain.state, victim.device, makeDevice());
    expect(await append(attacker.token, ghost.bytes)).toMatchObject({
      status: 403,
      json: { code: "not_your_account" },
    });
    expect(await append(attacker.token, victim.chain.bytes)).toMatchObject({ status: 403 });
    expect(await activeDevices(victim.accountId)).toHaveLength(1);
  });

  it("refuses what the rules of key chains refuse, with their codes", async () => {
    const { token, device, chain } = await enrolled();
    const [ghost, stranger] = [makeDevice(), makeDevice()];
    const { state } = chain;
    const adding = (await added(state, device, ghost)).state;
    const code = async (bytes: Uint8Array) => {
      const { status, json } = await append(token, bytes);
      return [status, json];
    };
    const tbs = { ...genesis({ accountId: state.accountId, devices: [device, ghost], timeMs: Date.now() }) };
    const update = { ...tbs, type: "update", seq: 1, prevHash: state.head } as const;
    const listed = {
      ...update,
      devices: tbs.devices.map((entry) => ({ ...entry, addedSeq: entry.deviceId === device.deviceId ? 0 : 1 })),
    };
    const bytesOf = async (changed: object, signers = [device, ghost]) =>
      encodeEntry(
        await signEntry(
          { ...listed, ...changed },
          signers.map(({ signer }) => signer),
        ),
      );
    expect(await code(await bytesOf({}, [ghost]))).toMatchObject([422, { code: "unauthorised" }]);
    expect(await code(await bytesOf({}, [device]))).toMatchObject([422, { code: "unsigned_device" }]);
    expect(await code(await bytesOf({}, [device, ghost, stranger]))).toMatchObject([422, { code: "unknown_signer" }]);
    expect(await code(await bytesOf({ prevHash: randomBytes(32) }))).toMatchObject([422, { code: "fork" }]);
    expect(await code(await bytesOf({ seq: 2 }))).toMatchObject([422, { code: "seq" }]);
    expect(await code(await bytesOf({ timeMs: Date.now() + 11 * 60_000 }))).toMatchObject([
      422,
      { code: "time_in_future" },
    ]);
    expect(await code(await bytesOf({ timeMs: Date.now() - 11 * 60_000 }))).toMatchObject([
      422,
      { code: "time_stale" },
    ]);
    expect(await code(randomBytes(200))).toMatchObject([422, { code: "malformed" }]);
    expect((await call("POST", `${E2EE}/append`, { token, json: { entry: "a+b" } })).status).toBe(422);
    expect(adding.seq).toBe(1);
  });

  it("keeps the devices while a reset is announced, and lets somebody who closed their account begin another", async () => {
    const { person, token, device, chain, accountId } = await enrolled();
    const next = makeDevice();
    const announced = await signed(chain.state, resetPending(chain.state, { devices: [next], timeMs: Date.now() }), [
      next.signer,
    ]);
    expect((await append(token, announced.bytes)).status).toBe(200);
    expect((await activeDevices(accountId)).map(({ deviceId }) => deviceId)).toEqual([device.id]);
    const closed = await signed(announced.state, close(announced.state, { timeMs: Date.now() }), [device.signer]);
    expect((await append(token, closed.bytes)).status).toBe(200);
    expect([await accountOf(person.id), await personOf(accountId)]).toEqual([null, null]);
    const again = await begun([makeDevice()]);
    expect((await append(token, again.bytes)).status).toBe(200);
    expect(await accountOf(person.id)).toBe(toHex(again.state.accountId));
  });

  it("completes a reset only when the log has shown its announcement for 72 hours, whatever its entries claim", async () => {
    const [next, past] = [makeDevice(), Date.now() - 73 * 3_600_000];
    const early = await begun([makeDevice()], past);
    const other = await messenger();
    const id = toHex(early.state.accountId);
    await appendEntry({ personId: other.person.id, bytes: early.bytes, deviceName: "X", now: past });
    const tbs = resetPending(early.state, { devices: [next], timeMs: past });
    const announced = await signed(early.state, tbs, [next.signer]);
    await appendEntry({ personId: other.person.id, bytes: announced.bytes, deviceName: "X", now: past });
    const done = await signed(announced.state, reset(announced.state, { timeMs: Date.now() }), [next.signer]);
    expect(await append(other.token, announced.bytes)).toMatchObject({ status: 200, json: { seq: 1 } });
    expect(await append(other.token, done.bytes)).toMatchObject({ status: 422, json: { code: "reset_too_early" } });
    const age =
      "MATCH (u:LogUpdate {accountId: $id}) WHERE u.seq = 1 SET u.at = u.at - 72 * 3600000 RETURN u.seq AS seq";
    expect(await ask(age, { id }, z.object({ seq: z.number() }))).toHaveLength(1);
    expect(await append(other.token, done.bytes)).toMatchObject({ status: 200, json: { seq: 2 } });
    expect((await activeDevices(id)).map(({ deviceId }) => deviceId)).toEqual([next.id]);
  });

  it("is refused to tokens without the scope, however much else they may do", async () => {
    const person = await makePerson();
    const { token } = await makeToken(person.id, ["read", "write", "follow", "push", "profile"]);
    const { bytes } = await begun([makeDevice()]);
    expect((await append(token, bytes)).status).toBe(403);
    for (const path of ["account", "lookup?label=handle:maple", `accounts/${"0".repeat(32)}`]) {
      expect((await call("GET", `${E2EE}/${path}`, { token })).status).toBe(403);
      expect((await call("GET", `${E2EE}/${path}`)).status).toBe(401);
    }
    const pages = await pagesOf(person.id);
    const json = { entry: toBase64Url(bytes) };
    expect((await call("POST", `${E2EE}/append`, { ...pages, json })).status).toBe(200);
  });
});

describe("a sequencer", () => {
  it("is woken by an append, which is in the log long before it would have looked by itself", async () => {
    const samples: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const [{ token }, { bytes }] = [await messenger(), await begun([makeDevice()])];
      const started = performance.now();
      expect((await append(token, bytes)).status).toBe(200);
      samples.push(performance.now() - started);
    }
    expect(samples.toSorted((a, b) => a - b)[2]).toBeLessThan(1_500);
  });

  it("leaves the log to another one when it stops", async () => {
    const other = startSequencer();
    await sequencer.stop();
    const { token } = await messenger();
    expect((await append(token, (await begun([makeDevice()])).bytes)).status).toBe(200);
    sequencer = other;
  });
});

describe("accounts of encrypted messages", () => {
  it("are shown to those who may see the person, and to nobody else", async () => {
    const [otter, fox] = [await enrolled(), await enrolled()];
    const path = `${E2EE}/accounts/${otter.accountId}`;
    const seen = await call("GET", path, { token: fox.token });
    expect(seen.json).toMatchObject({
      account_id: otter.accountId,
      account: { id: otter.person.id },
      devices: [{ device_id: otter.device.id, name: "Firefox on Linux", created_at: expect.any(Number) }],
    });
    expect(seen.text).not.toContain("last_seen_at");
    const pages = await pagesOf(otter.person.id);
    expect((await call("POST", `/api/v1/accounts/${fox.person.id}/block`, pages)).status).toBe(200);
    expect((await call("GET", path, { token: fox.token })).status).toBe(404);
    expect((await call("GET", `${E2EE}/accounts/${"f".repeat(32)}`, { token: fox.token })).status).toBe(404);
    expect((await call("GET", `${E2EE}/accounts/x`, { token: fox.token })).status).toBe(404);
  });
});
