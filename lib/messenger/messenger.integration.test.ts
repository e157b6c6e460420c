import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { plantFollows } from "@/testing/follows";
import { enrolledPocket, linkedPocket, startKeyLog } from "@/testing/messengers";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";

let endLog: () => Promise<void>;
beforeAll(async () => {
  endLog = await startKeyLog();
});
afterAll(async () => {
  await endLog();
  await driver().close();
});

/** Two people who follow each other, and their conversation. */
async function twoFriends(): Promise<{ fern: Pocket; otter: Pocket; id: string }> {
  const [fern, otter] = [await enrolledPocket(), await enrolledPocket()];
  await plantFollows(fern.person.id, [otter.person]);
  await plantFollows(otter.person.id, [fern.person]);
  const id = await fern.running.messenger.create([otter.person.id], null);
  await settleAll(fern, otter);
  return { fern, otter, id };
}

describe("two people", () => {
  it("exchange messages, which both show in the same order", async () => {
    const { fern, otter, id } = await twoFriends();
    await fern.running.messenger.send(id, { text: "Hello Otter" });
    await settleAll(fern, otter);
    expect(await textsOf(otter, id)).toEqual(["Hello Otter"]);
    await otter.running.messenger.send(id, { text: "Hello Fern" });
    await settleAll(otter, fern);
    expect(await textsOf(fern, id)).toEqual(["Hello Otter", "Hello Fern"]);
    expect(await textsOf(otter, id)).toEqual(["Hello Otter", "Hello Fern"]);
    expect([...fern.warnings, ...otter.warnings]).toEqual([]);
  });

  it("see them on a second device that was linked by a code", async () => {
    const { fern, otter, id } = await twoFriends();
    const laptop = await linkedPocket(fern);
    await otter.running.messenger.send(id, { text: "On all of yours?" });
    await settleAll(otter, fern, laptop);
    expect(await textsOf(laptop, id)).toEqual(["On all of yours?"]);
    await laptop.running.messenger.send(id, { text: "On both" });
    await settleAll(laptop, fern, otter);
    for (const device of [fern, otter, laptop]) expect((await textsOf(device, id)).at(-1)).toBe("On both");
    expect([...fern.warnings, ...otter.warnings, ...laptop.warnings]).toEqual([]);
  });
});
