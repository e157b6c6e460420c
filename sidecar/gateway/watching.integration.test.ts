import { describe, expect, it } from "vitest";
import { deleteBark } from "@/lib/barks/writes";
import { editBark } from "@/lib/history/writes";
import { like, rebark } from "@/lib/reactions/writes";
import { plantFollows } from "@/lib/testing/follows";
import { makePeople, makePerson, makeToken } from "@/lib/testing/people";
import { until } from "@/lib/testing/until";
import { bark, reading, stage } from "@/sidecar/testing/stage";

const { connect } = stage();

describe("who watches a bark", () => {
  it("sees its counters move, at most twice a second, and ends with the exact ones", async () => {
    const [author, watcher] = [await makePerson(), await makePerson()];
    const id = await bark(author.id, "Popular");
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await device.watch([id]);
    const fans = await makePeople(20);
    const began = Date.now();
    await Promise.all(fans.map((fan) => like(fan.id, id)));
    await until(async () => device.heard.at(-1)?.likes === 20);
    const seconds = (Date.now() - began) / 1_000;
    expect(device.heard.length).toBeLessThanOrEqual(2 + 2 * seconds);
    expect(device.heard.every(({ event }) => event === "counts")).toBe(true);
  });

  it("sees it edited and taken back, also without following its author", async () => {
    const [author, watcher] = [await makePerson(), await makePerson()];
    const id = await bark(author.id, "One");
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await device.watch([id]);
    await editBark(author.id, id, { text: "Two", spoiler: "", sensitive: false });
    await until(() => device.heard.length > 0);
    expect(device.heard[0]).toEqual({ event: "bark:edited", cursor: null, id, text: "Two" });
    await deleteBark(author.id, id);
    await until(() => device.heard.some(({ event }) => event === "bark:deleted"));
  });

  it("sees nothing of what they may not read, nor of what they watch no more", async () => {
    const [author, watcher, fan] = [await makePerson(), await makePerson(), await makePerson()];
    const [shown, control] = [await bark(author.id, "One"), await bark(author.id, "Control")];
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await device.watch([shown, control, "junk"]);
    await device.watch([shown, control]);
    await device.unwatch([shown]);
    await like(fan.id, shown);
    await like(fan.id, control);
    await until(async () => device.heard.length > 0);
    expect(device.heard.map(({ id }) => id)).toEqual([control]);
  });
});

describe("an edit", () => {
  it("reaches the devices of those who have the bark, or a rebark of it, in their timeline", async () => {
    const { reader, author, token } = await reading();
    const [friend, follower] = [await makePerson(), await makePerson()];
    await plantFollows(follower.id, [friend]);
    const [one, two] = [
      await connect(reader.id, token),
      await connect(follower.id, (await makeToken(follower.id)).token),
    ];
    const id = await bark(author.id, "One");
    await one.hears(1);
    await rebark(friend.id, id);
    await two.hears(1);
    await editBark(author.id, id, { text: "Two", spoiler: "", sensitive: false });
    for (const device of [one, two]) {
      const [, edited] = await device.hears(2);
      expect(edited).toEqual({ event: "bark:edited", id, text: "Two", cursor: expect.stringMatching(/^\d+-\d+$/) });
    }
  });
});
