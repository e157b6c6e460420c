import { describe, expect, it } from "vitest";
import { mute } from "@/lib/moderation/writes";
import { follow } from "@/lib/people/writes";
import { followTopic } from "@/lib/topics/writes";
import { bark, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";
import { freshHandle, makePeople, makeToken } from "@/testing/people";
import { until } from "@/testing/until";

const sidecar = sidecarFixture();

describe("a bark about a topic", () => {
  it("arrives live at those who follow the topic, once, and not at those who mute its author", async () => {
    const [author, reader, both, muting] = await makePeople(4);
    if (!author || !reader || !both || !muting) throw new Error("nobody");
    const topic = `t${freshHandle()}`;
    for (const { id } of [reader, both, muting]) await followTopic(id, topic, true);
    await follow(both.id, author.id);
    await mute(muting.id, author.id, { duration: 0, notifications: true });
    const devices = await Promise.all(
      [reader, both, muting].map(async ({ id }) => sidecar.connect(id, (await makeToken(id)).token)),
    );
    const first = await bark(author.id, `One #${topic}`);
    const second = await bark(author.id, `Two #${topic}`);
    const barks = devices.map((device) => () => device.barks());
    await until(() => (barks.slice(0, 2).every((heard) => heard().length >= 2) ? true : null));
    expect(barks.map((heard) => heard())).toEqual([[first, second], [first, second], []]);
  });
});
