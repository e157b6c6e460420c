import { afterEach, describe, expect, it } from "vitest";
import { deleteBark } from "@/lib/barks/writes";
import { editBark } from "@/lib/history/writes";
import { like } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantBarks } from "@/testing/graph";
import { makePerson } from "@/testing/people";
import { until } from "@/testing/until";
import { closeStreamingClients, listenTo, streamingClient } from "@/sidecar/testing/mastodon-stream";
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
