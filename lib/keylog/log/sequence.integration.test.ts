import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fromHex, toHex } from "@/lib/bytes/encoding";
import { logHead, signedHead } from "@/lib/keylog/log/reads";
import { sequence, type Between } from "@/lib/keylog/log/writes";
import { auditLog } from "@/lib/transparency/audit";
import { accountLabel, decodeLeaf } from "@/lib/transparency/leaves";
import { parseCheckpoint, parseNote } from "@/lib/transparency/note";
import { decodeBundle, tileIn, tilePath } from "@/lib/transparency/tiles";
import { apiUrl, call } from "@/testing/api";
import { ask } from "@/testing/graph";
import { enrolled, lookUp, sequenceAll, useOwnLog } from "@/testing/key-accounts";

useOwnLog();

/** All leaves of the published log, fetched as tiles by HTTP, and its checkpoint. */
async function fetched() {
  const note = parseNote((await call("GET", "/kt/checkpoint")).text);
  const checkpoint = parseCheckpoint(note.text);
  const leaves: Uint8Array[] = [];
  for (let index = 0; ; index += 1) {
    const tile = tileIn(checkpoint.size, "entries", index);
    if (tile === null) return { checkpoint, leaves };
    const answer = await fetch(`${await apiUrl()}/kt/${tilePath(tile)}`);
    leaves.push(...decodeBundle(new Uint8Array(await answer.arrayBuffer()), tile.width));
  }
}

describe("the key log", () => {
  it("replays from its tiles to the checkpoint, with a MapRoot at the end of each batch", async () => {
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(Array.from({ length: 5 }, enrolled));
      await sequenceAll();
    }
    const { checkpoint, leaves } = await fetched();
    expect(await auditLog(leaves, checkpoint)).toBeNull();
    expect(leaves).toHaveLength(checkpoint.size);
    expect(leaves.map(decodeLeaf).filter(({ kind }) => kind === "map_root").length).toBeGreaterThan(2);
  });

  it("includes fifty entries at once, each once, with two sequencers that run at the same time", async () => {
    const people = await Promise.all(Array.from({ length: 50 }, enrolled));
    await Promise.all([sequenceAll(), sequenceAll(), sequenceAll()]);
    await sequenceAll();
    const { checkpoint, leaves } = await fetched();
    expect(await auditLog(leaves, checkpoint)).toBeNull();
    const positions = new Set<number>();
    for (const { token, accountId, chain } of people) {
      const { found } = await lookUp(token, accountLabel(fromHex(accountId)));
      expect(found?.state?.head).toEqual(chain.state.head);
      positions.add(found?.position ?? -1);
    }
    expect(positions.size).toBe(50);
  });

  it("gets one MapRoot an hour when nothing happens", async () => {
    const { size } = await signedHead();
    const age = (minutes: number) =>
      ask(
        "MATCH (h:LogHead {id: 'log'}) SET h.at = h.at - $ms RETURN h.size AS size",
        { ms: minutes * 60_000 },
        z.unknown(),
      );
    await age(59);
    await sequence();
    expect((await signedHead()).size).toBe(size);
    await age(2);
    await sequence();
    await sequence();
    expect((await signedHead()).size).toBe(size + 1);
  });

  it("says once which code browsers are given", async () => {
    const code = { semver: "1.2.3", sha256: crypto.getRandomValues(new Uint8Array(32)) };
    await sequence({ code });
    const { size } = await signedHead();
    await sequence({ code });
    expect((await signedHead()).size).toBe(size);
    const { leaves } = await fetched();
    const said = leaves.map(decodeLeaf).filter(({ kind }) => kind === "code_manifest");
    expect(said.slice(-1)).toEqual([{ kind: "code_manifest", ...code }]);
  });
});

/** Ends the sequencer when it comes to this step, as a kill does. */
function endedAt(step: Parameters<Between>[0]): Between {
  return (now) => {
    if (now === step) throw new Error(`killed when ${step}`);
  };
}

describe("a sequencer that is killed", () => {
  it.each(["planned", "committed", "signed", "cosigned"] as const)(
    "when a batch is %s leaves a log that the next one continues",
    async (step) => {
      const { token, accountId } = await enrolled();
      const before = await signedHead();
      await expect(sequence({ between: endedAt(step) })).rejects.toThrow(`killed when ${step}`);
      // Nothing is published that is not complete.
      expect((await signedHead()).note).toBe(before.note);
      expect((await logHead())?.size === before.size).toBe(step === "planned");
      await sequenceAll();
      const { checkpoint, leaves } = await fetched();
      expect(await auditLog(leaves, checkpoint)).toBeNull();
      expect(checkpoint.size).toBeGreaterThan(before.size);
      const index = toHex((await lookUp(token, accountLabel(fromHex(accountId)))).index);
      const updates = leaves
        .map(decodeLeaf)
        .filter((leaf) => leaf.kind === "map_update" && toHex(leaf.index) === index);
      expect(updates).toHaveLength(1);
    },
  );
});
