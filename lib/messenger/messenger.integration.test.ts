import { describe, expect, it } from "vitest";
import { twoFriends } from "@/testing/attacked";
import { linkedPocket, useKeyLog } from "@/testing/messengers";
import { settleAll, textsOf } from "@/testing/pockets";

useKeyLog();

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
