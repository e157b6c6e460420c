import { beforeAll, describe, expect, it } from "vitest";
import { befriend, accountOf } from "@/testing/attacked";
import { enrolledPocket, useKeyLog } from "@/testing/messengers";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";

useKeyLog();
let fern: Pocket;
let otter: Pocket;
let maple: Pocket;
beforeAll(async () => {
  [fern, otter, maple] = [await enrolledPocket(), await enrolledPocket(), await enrolledPocket()];
  await befriend(fern, otter, maple);
});

const say = async (pocket: Pocket, id: string, text: string) => {
  await pocket.running.messenger.send(id, { text });
  await settleAll(fern, otter, maple);
};
const nameOf = async ({ running }: Pocket, id: string) => (await running.messenger.conversation(id)).name;

describe("a group", () => {
  it("has a name, takes people in, and lets them go", async () => {
    const id = await fern.running.messenger.create([otter.person.id], "Pond watchers");
    await settleAll(fern, otter);
    expect(await nameOf(otter, id)).toBe("Pond watchers");
    await say(fern, id, "Before Maple");
    await otter.running.messenger.addMembers(id, [maple.person.id]);
    await settleAll(otter, fern, maple);
    expect(await nameOf(maple, id)).toBe("Pond watchers");
    await say(maple, id, "Hello all");
    for (const one of [fern, otter]) expect(await textsOf(one, id)).toEqual(["Before Maple", "Hello all"]);
    expect(await textsOf(maple, id)).toEqual(["Hello all"]);

    await expect(maple.running.messenger.removeMember(id, accountOf(otter))).rejects.toThrow(/Only the creator/);
    await fern.running.messenger.removeMember(id, accountOf(maple));
    await settleAll(fern, otter, maple);
    await say(fern, id, "Without Maple");
    expect(await textsOf(maple, id)).toEqual(["Hello all"]);
    await expect(maple.running.messenger.send(id, { text: "Still here" })).rejects.toThrow(/no longer in this group/);
    expect((await maple.running.messenger.conversations()).open.map((one) => one.id)).not.toContain(id);
    expect([...fern.warnings, ...otter.warnings, ...maple.warnings]).toEqual([]);
  });

  it("is left with a message, and the next member who is online removes the devices", async () => {
    const id = await fern.running.messenger.create([otter.person.id, maple.person.id], null);
    await settleAll(fern, otter, maple);
    await say(maple, id, "I am off");
    await maple.running.messenger.leave(id);
    await settleAll(maple, otter, fern, maple);
    expect((await fern.running.messenger.conversation(id)).members).toHaveLength(1);
    await say(fern, id, "Maple is gone");
    expect((await textsOf(maple, id)).at(-1)).toBe("I am off");
    expect((await textsOf(otter, id)).at(-1)).toBe("Maple is gone");
  });

  it("lets messages disappear when somebody sets a time", async () => {
    const id = await fern.running.messenger.create([otter.person.id, maple.person.id], "Brief");
    await settleAll(fern, otter, maple);
    await fern.running.messenger.setExpiry(id, 3600);
    await settleAll(fern, otter);
    await say(otter, id, "Gone in an hour");
    expect(await textsOf(fern, id)).toEqual(["Gone in an hour"]);
    fern.ahead = 3_601_000;
    expect(await textsOf(fern, id)).toEqual([]);
    fern.running.nudge(null);
    await fern.running.settle();
    fern.ahead = 0;
    expect(await textsOf(fern, id)).toEqual([]);
    expect(await textsOf(otter, id)).toEqual(["Gone in an hour"]);
  });

  it("carries pictures that the server cannot read", async () => {
    const id = await fern.running.messenger.create([otter.person.id, maple.person.id], "Pictures");
    await settleAll(fern, otter, maple);
    const bytes = crypto.getRandomValues(new Uint8Array(5_000));
    const attachments = [
      { bytes, mediaType: "image/webp", width: 40, height: 30, alt: "The pond", thumbhash: "1QcSHQ==" },
    ];
    const shown = await fern.running.messenger.send(id, { text: "Look", attachments });
    expect(await fern.running.messenger.attachment(id, shown, 0)).toMatchObject({ bytes, mediaType: "image/webp" });
    await settleAll(fern, otter);
    const [message] = (await otter.running.messenger.messages(id, { limit: 1 })).messages;
    expect(message).toMatchObject({
      text: "Look",
      attachments: [{ width: 40, height: 30, alt: "The pond", thumbhash: "1QcSHQ==" }],
    });
    expect((await otter.running.messenger.attachment(id, message?.id ?? "", 0)).bytes).toEqual(bytes);
    // The message keeps the id under which its writer saw it first, on that device.
    expect((await fern.running.messenger.messages(id, { limit: 1 })).messages).toMatchObject([
      { id: shown, status: "sent" },
    ]);
    await otter.running.messenger.react(id, message?.id ?? "", "💚");
    await settleAll(otter, fern);
    expect((await fern.running.messenger.messages(id, { limit: 1 })).messages).toMatchObject([
      { reactions: [{ emoji: "💚" }] },
    ]);
  });
});

describe("a stranger", () => {
  it("asks with one message, and may write more when it was accepted", async () => {
    const stranger = await enrolledPocket();
    const id = await stranger.running.messenger.create([otter.person.id], null);
    await stranger.running.messenger.send(id, { text: "We do not know each other" });
    await stranger.running.messenger.send(id, { text: "Are you there?" });
    await settleAll(stranger, otter);
    expect(await otter.running.messenger.conversations()).toMatchObject({ requests: [{ id, state: "request" }] });
    expect((await stranger.running.messenger.messages(id, { limit: 1 })).messages).toMatchObject([
      { status: "failed" },
    ]);
    await otter.running.messenger.accept(id);
    const [failed] = (await stranger.running.messenger.messages(id, { limit: 1 })).messages;
    await stranger.running.messenger.retry(id, failed?.id ?? "");
    await settleAll(stranger, otter);
    expect(await textsOf(otter, id)).toEqual(["We do not know each other", "Are you there?"]);
    expect((await otter.running.messenger.conversations()).open.map((one) => one.id)).toContain(id);
    const [last] = (await otter.running.messenger.messages(id, { limit: 1 })).messages;
    await otter.running.messenger.report(id, [last?.id ?? ""], "Unwanted");
  });
});
