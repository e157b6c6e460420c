import { describe, expect, it } from "vitest";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { editBark } from "@/lib/history/writes";
import { block } from "@/lib/moderation/writes";
import { follow, unfollow } from "@/lib/people/writes";
import { like, react, rebark } from "@/lib/reactions/writes";
import { plantFollows } from "@/testing/follows";
import { plantBarks } from "@/testing/graph";
import { makePeople, makePerson, makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import { bark, reading, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const { connect } = sidecarFixture();

describe("watching a bark", () => {
  it("begins with its counters, which may have changed since the page was read, and sends none of what one may not see", async () => {
    const [author, watcher, fan] = [await makePerson(), await makePerson(), await makePerson()];
    const id = await bark(author.id, "Popular");
    const made = await createBark(author.id, { text: "For followers", audience: "private" });
    await like(fan.id, id);
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await device.watch([id, made.ok ? made.status.id : ""]);
    expect(device.heard).toEqual([expect.objectContaining({ event: "counts", id, likes: 1 })]);
  });

  it("sends its counters at most twice a second, and the exact ones at the end", async () => {
    const [author, watcher] = [await makePerson(), await makePerson()];
    const id = await bark(author.id, "Popular");
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await device.watch([id]);
    device.heard.splice(0);
    const fans = await makePeople(20);
    const began = Date.now();
    await Promise.all(fans.map((fan) => like(fan.id, id)));
    await until(async () => device.heard.at(-1)?.likes === 20);
    const seconds = (Date.now() - began) / 1_000;
    expect(device.heard.length).toBeLessThanOrEqual(2 + 2 * seconds);
    expect(device.heard.every(({ event }) => event === "counts")).toBe(true);
  });

  it("sends its edits and its deletion, even to somebody who does not follow its author", async () => {
    const [author, watcher] = [await makePerson(), await makePerson()];
    const id = await bark(author.id, "One");
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await device.watch([id]);
    device.heard.splice(0);
    await editBark(author.id, id, { text: "Two", spoiler: "", sensitive: false });
    await until(() => device.heard.length > 0);
    expect(device.heard[0]).toEqual({ event: "bark:edited", cursor: null, id, text: "Two" });
    await deleteBark(author.id, id);
    await until(() => device.heard.some(({ event }) => event === "bark:deleted"));
  });

  it.each(["its author", "who watches"])("sends no more counters once %s blocks the other", async (who) => {
    const [author, watcher, other] = [await makePerson(), await makePerson(), await makePerson()];
    const [shown, control] = [await bark(author.id, "One"), await bark(other.id, "Control")];
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await device.watch([shown, control]);
    device.heard.splice(0);
    await like(other.id, shown);
    await until(() => device.heard.length > 0);
    if (who === "its author") await block(author.id, watcher.id);
    else await block(watcher.id, author.id);
    const before = device.heard.length;
    await react(other.id, shown, "🦊");
    await like(author.id, control);
    await until(() => device.heard.some(({ id }) => id === control));
    expect(device.heard.slice(before).map(({ id }) => id)).toEqual([control]);
  });

  it("sends no more counters of a followers-only bark to somebody who has unfollowed its author", async () => {
    const [author, watcher, fan] = [await makePerson(), await makePerson(), await makePerson()];
    for (const { id } of [watcher, fan]) await follow(id, author.id);
    const made = await createBark(author.id, { text: "For followers", audience: "private" });
    const id = made.ok ? made.status.id : "";
    const control = await bark(author.id, "Control");
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await device.watch([id, control]);
    device.heard.splice(0);
    await unfollow(watcher.id, author.id);
    const before = device.heard.length;
    await like(fan.id, id);
    await like(fan.id, control);
    await until(() => device.heard.some((heard) => heard.id === control));
    expect(device.heard.slice(before).some((heard) => heard.id === id)).toBe(false);
  });

  it("sends nothing about barks that the person may not read or no longer watches", async () => {
    const [author, watcher, fan] = [await makePerson(), await makePerson(), await makePerson()];
    const [shown, control] = [await bark(author.id, "One"), await bark(author.id, "Control")];
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await device.watch([shown, control, "junk"]);
    await device.watch([shown, control]);
    await device.unwatch([shown]);
    device.heard.splice(0);
    await like(fan.id, shown);
    await like(fan.id, control);
    await until(async () => device.heard.length > 0);
    expect(device.heard.map(({ id }) => id)).toEqual([control]);
  });
});

describe("a device that sends many watch requests", () => {
  it("does not watch a bark that it unwatched right after watching it", async () => {
    const [author, watcher, fan] = [await makePerson(), await makePerson(), await makePerson()];
    const [left, control] = [await bark(author.id, "Left"), await bark(author.id, "Control")];
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await Promise.all([device.watch([left, control]), device.unwatch([left])]);
    device.heard.splice(0);
    await like(fan.id, left);
    await like(fan.id, control);
    await until(() => device.heard.length > 0);
    expect(device.heard.map(({ id }) => id)).toEqual([control]);
  });

  it("cannot watch more barks than the limit, however it splits its requests", async () => {
    const [author, watcher, fan] = [await makePerson(), await makePerson(), await makePerson()];
    const ids = await plantBarks(author.id, 80);
    const device = await connect(watcher.id, (await makeToken(watcher.id)).token);
    await Promise.all([0, 20, 40, 60].map((from) => device.watch(ids.slice(from, from + 20))));
    expect(device.heard).toHaveLength(60);
    device.heard.splice(0);
    await like(fan.id, ids[79] ?? "");
    await like(fan.id, ids[59] ?? "");
    await until(() => device.heard.length > 0);
    expect(device.heard.map(({ id }) => id)).toEqual([ids[59]]);
  });
});

describe("a live edit", () => {
  it("is not sent across a block, neither for a watched bark nor for a rebark", async () => {
    const { reader, author: friend, token } = await reading();
    const author = await makePerson();
    const id = await bark(author.id, "One");
    const device = await connect(reader.id, token);
    await device.watch([id]);
    device.heard.splice(0);
    await rebark(friend.id, id);
    await until(() => device.heard.some(({ event }) => event === "bark"));
    await block(author.id, reader.id);
    await editBark(author.id, id, { text: "Secret", spoiler: "", sensitive: false });
    const after = await bark(friend.id, "After");
    await until(() => device.barks().includes(after));
    expect(device.heard.some(({ text }) => text === "Secret")).toBe(false);
  });

  it("of a rebarked bark is sent without its quote if there is a block with the quoted author", async () => {
    const { reader, author: friend, token } = await reading();
    const [author, quoted] = [await makePerson(), await makePerson()];
    await block(quoted.id, reader.id);
    const secret = await bark(quoted.id, "Secret");
    const quoting = await createBark(author.id, { text: "Look", quotes: secret });
    const device = await connect(reader.id, token);
    const words: string[] = [];
    device.all((event) => words.push(JSON.stringify(event)));
    await rebark(friend.id, quoting.ok ? quoting.status.id : "");
    await device.hears(1);
    expect(words.join()).toContain("Look");
    expect(words.join()).not.toContain("Secret");
  });

  it("of a rebarked bark is not sent to those who hide that person's rebarks, nor is the rebark", async () => {
    const { reader, author: friend, token } = await reading();
    const author = await makePerson();
    await follow(reader.id, friend.id, { rebarks: false });
    const id = await bark(author.id, "One");
    const device = await connect(reader.id, token);
    await rebark(friend.id, id);
    const after = await bark(friend.id, "After");
    await until(() => device.barks().includes(after));
    expect(device.barks()).toEqual([after]);
  });

  it("reaches the devices of people who have the bark, or a rebark of it, in their timeline", async () => {
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
