import { afterEach, describe, expect, it } from "vitest";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { editBark } from "@/lib/history/writes";
import { addMembers, createList } from "@/lib/lists/writes";
import { bookmark, like, rebark } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantBarks } from "@/testing/graph";
import { makePerson } from "@/testing/people";
import { until } from "@/testing/until";
import { closeStreamingClients, listenTo, streamingClient } from "@/sidecar/testing/mastodon-stream";
import { openStream } from "@/sidecar/testing/stream-client";
import { bark, reading, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const sidecar = sidecarFixture();
afterEach(closeStreamingClients);

/** Waits until a person is registered for events. */
const registered = (personId: string) => until(() => tcpRedis().zscore(keys.online(personId), sidecar.gateway()));

describe("masto.js, connected by WebSocket", () => {
  it("receives new, edited and deleted barks and alerts in the order of the live stream", async () => {
    const { reader, author, token } = await reading();
    const liker = await makePerson();
    const [mine = ""] = await plantBarks(reader.id, 1);
    const client = await streamingClient(sidecar.url(), token);
    const user = listenTo(client.user.subscribe());
    const alerts = listenTo(client.user.notification.subscribe());
    await registered(reader.id);
    const device = await sidecar.connect(reader.id, token);
    const id = await bark(author.id, "First words");
    await user.hears(1);
    await editBark(author.id, id, { text: "Other words", spoiler: "", sensitive: false });
    await user.hears(2);
    await like(liker.id, mine);
    await user.hears(3);
    await deleteBark(author.id, id);
    await bark(author.id, "Last words");
    expect(await user.hears(5)).toEqual([
      ["update", "First words"],
      ["status.update", "Other words"],
      ["notification", "favourite"],
      ["delete", id],
      ["update", "Last words"],
    ]);
    expect(alerts.events).toEqual([["notification", "favourite"]]);
    await until(() => device.barks().length === 2);
    const kinds = device.heard.map(({ event }) => event);
    // An edit is delivered at least once.
    expect(kinds.filter((kind, at) => kind !== kinds[at - 1])).toEqual([
      "bark",
      "bark:edited",
      "notification",
      "bark:deleted",
      "bark",
    ]);
  });
});

describe("a client of the streams of a person and of a list", () => {
  it("receives edits, rebarks and quotes with its person's own flags", async () => {
    const { reader, author, token } = await reading();
    const list = await createList(reader.id, { title: "Friends", replies_policy: "list", exclusive: false });
    if (!list) throw new Error("no list");
    await addMembers(reader.id, list.id, [author.id]);
    const client = await openStream(sidecar.url(), { access_token: token });
    await client.subscribe({ stream: "user" }, { stream: "list", list: list.id });
    await registered(reader.id);
    /** What both streams say in these words. */
    const told = (words: string) =>
      until(() => {
        const found = ["user", `list ${list.id}`].map((stream) => client.heard.indexOf(`${stream}: ${words}`));
        return found.every((at) => at >= 0) && found.map((at) => client.payloads[at]);
      });
    const id = await bark(author.id, "First words");
    const strange = await bark((await makePerson()).id, "From somewhere else");
    await told("update First words");
    for (const one of [id, strange]) {
      await like(reader.id, one);
      await bookmark(reader.id, one);
    }
    const mine = { favourited: true, bookmarked: true, reblogged: false };
    await editBark(author.id, id, { text: "Other words", spoiler: "", sensitive: false });
    expect(await told("status.update Other words")).toMatchObject([mine, mine]);
    await createBark(author.id, { text: "Look", quotes: id });
    const quote = { favourited: false, quote: { quoted_status: mine } };
    expect(await told("update Look")).toMatchObject([quote, quote]);
    await rebark(author.id, strange);
    const passedOn = { ...mine, reblog: { ...mine, text: "From somewhere else" } };
    expect(await told("update")).toMatchObject([passedOn, passedOn]);
    client.socket.terminate();
  });
});
