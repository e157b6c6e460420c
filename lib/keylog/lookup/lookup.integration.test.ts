import { describe, expect, it } from "vitest";
import { toBase64, toHex } from "@/lib/bytes/encoding";
import { logPolicy } from "@/lib/keylog/log/policy";
import { signedHead } from "@/lib/keylog/log/reads";
import { sequence } from "@/lib/keylog/log/writes";
import { RolledBackError } from "@/lib/keylog/log/witness";
import { appendEntry } from "@/lib/keylog/writes";
import { accountLabel, handleLabel } from "@/lib/transparency/leaves";
import { LogPolicy } from "@/lib/transparency/schema";
import { useOwnLog } from "@/testing/key-accounts";
import { call } from "@/testing/api";
import { enrolled, lookUp, messenger, sequenceAll, startWitness, useWitnesses } from "@/testing/key-accounts";
import { seenFile } from "@/local/witness/seen";
import { added, makeDevice } from "@/testing/key-chains";

const E2EE = "/api/v1/barker/e2ee";
const own = useOwnLog();

describe("a lookup", () => {
  it("proves the chain of an account and whose a handle is, to a client that knows nothing yet", async () => {
    const { person, token, accountId, chain } = await enrolled();
    await sequenceAll();
    const account = await lookUp(token, accountLabel(chain.state.accountId));
    expect(account.found).toMatchObject({ version: 0, state: { seq: 0, head: chain.state.head }, owner: null });
    expect(account.checkpoint.witnesses).toBe(1);
    const handle = await lookUp(token, handleLabel(person.handle));
    expect(toHex(handle.found?.owner?.accountId ?? new Uint8Array())).toBe(accountId);
  });

  it("continues what the client knows: only new entries of the chain, and the consistency of the log", async () => {
    const { person, token, device, chain } = await enrolled();
    await sequenceAll();
    const label = accountLabel(chain.state.accountId);
    const first = await lookUp(token, label);
    const second = await added(chain.state, device, makeDevice());
    await appendEntry({ personId: person.id, bytes: second.bytes, deviceName: "Laptop" });
    await Promise.all(Array.from({ length: 5 }, enrolled));
    await sequenceAll();
    const known = { lastCheckpoint: first.checkpoint, knownState: first.found?.state ?? null };
    const later = await lookUp(token, label, known);
    expect(later.found).toMatchObject({ version: 1, state: { seq: 1, head: second.state.head } });
    const query = `label=${label}&since=${first.checkpoint.size}&known_seq=0`;
    const { json } = await call("GET", `${E2EE}/lookup?${query}`, { token });
    expect(json).toMatchObject({ config: null, chain: { length: 1 } });
  });

  it("proves the absence of an account and of a handle that the log never heard of", async () => {
    const { token, person } = await messenger();
    expect((await lookUp(token, accountLabel(makeDevice().deviceId))).found).toBeNull();
    expect((await lookUp(token, handleLabel(person.handle))).found).toBeNull();
  });

  it("verifies while the log grows", async () => {
    const people = await Promise.all(Array.from({ length: 4 }, enrolled));
    await sequenceAll();
    let growing = true;
    const growth = (async () => {
      for (let round = 0; round < 5; round += 1) {
        await enrolled();
        await sequenceAll();
      }
      growing = false;
    })();
    let verified = 0;
    while (growing) {
      const found = await Promise.all(
        people.map(({ token, chain }) => lookUp(token, accountLabel(chain.state.accountId))),
      );
      expect(found.every((result) => result.found?.version === 0)).toBe(true);
      verified += found.length;
    }
    await growth;
    expect(verified).toBeGreaterThan(4);
  });

  it("refuses labels of other kinds", async () => {
    const { token } = await messenger();
    for (const label of ["", "acct:1", "maple", "handle:", "handle:a b", `acct:${"F".repeat(32)}`]) {
      const { status } = await call("GET", `${E2EE}/lookup?label=${encodeURIComponent(label)}`, { token });
      expect([label, status]).toEqual([label, 422]);
    }
  });
});

describe("the files of the log", () => {
  it("are public: the policy, the newest checkpoint, and tiles that never change", async () => {
    await sequenceAll();
    const policy = await call("GET", `${E2EE}/policy`);
    expect(LogPolicy.parse(policy.json)).toEqual(logPolicy());
    const { note } = await signedHead();
    for (const path of ["/kt/checkpoint", `${E2EE}/checkpoint`]) {
      const answer = await call("GET", path);
      expect(answer.text).toBe(note);
      expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(answer.headers.get("cache-control")).toBe("no-cache");
    }
    const partial = await call("GET", `/kt/tile/0/000.p/1`);
    expect([partial.status, partial.headers.get("cache-control")]).toEqual([200, "public, max-age=300"]);
    expect((await call("GET", `${E2EE}/tile/0/000.p/1`)).text).toBe(partial.text);
  });

  it("are not there beyond the newest checkpoint, nor under other names", async () => {
    const { size } = await signedHead();
    const index = String(Math.floor(size / 256)).padStart(3, "0");
    for (const path of [`tile/0/${index}.p/${(size % 256) + 1}`, `tile/entries/${index}`, "tile/9/000", "tile", "x"]) {
      expect([path, (await call("GET", `/kt/${path}`)).status]).toEqual([path, 404]);
    }
  });
});

describe("a witness", () => {
  it("that does not answer delays nothing for long, and cosigns when it is back", async () => {
    await sequenceAll();
    await own.witness.stop();
    const { token, chain } = await enrolled();
    const begun = performance.now();
    await sequenceAll();
    expect(performance.now() - begun).toBeLessThan(2_000);
    const label = accountLabel(chain.state.accountId);
    await expect(lookUp(token, label)).rejects.toMatchObject({ code: "witness_quorum" });
    own.witness = await startWitness(own.witness);
    await sequence();
    expect((await lookUp(token, label)).checkpoint.witnesses).toBe(1);
  });

  it("that has seen a longer log stops the sequencer from publishing a shorter one", async () => {
    await sequenceAll();
    const { size, note } = await signedHead();
    // To the witness, this looks like a database that was restored from a backup.
    const root = toBase64(crypto.getRandomValues(new Uint8Array(32)));
    await seenFile(own.witness.folder).write({ [logPolicy().origin]: { size: size + 10, root } });
    await own.witness.stop();
    own.witness = await startWitness(own.witness);
    await enrolled();
    await expect(sequence()).rejects.toBeInstanceOf(RolledBackError);
    expect((await signedHead()).note).toBe(note);
    // What was committed is signed when the operator has another witness.
    useWitnesses([]);
    await sequenceAll();
    expect((await signedHead()).size).toBeGreaterThan(size);
  });
});
