import { describe, expect, it } from "vitest";
import { ALL_SCOPES } from "@/lib/auth/scopes";
import { deleteBark } from "@/lib/barks/writes";
import { editBark } from "@/lib/history/writes";
import { idAt } from "@/lib/ids";
import { advanceMarkers } from "@/lib/markers/writes";
import { like } from "@/lib/reactions/writes";
import { call } from "@/testing/api";
import { plantBarks } from "@/testing/graph";
import { makePeople, makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import type { HeardEvents } from "@/sidecar/testing/device";
import { bark, reading, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const { connect, open } = sidecarFixture();

const OF_BARKS: HeardEvents["event"][] = ["bark", "bark:deleted", "bark:edited", "counts", "read"];
const heardWith = new Map<string, HeardEvents["event"][]>([
  ["read", ["bark", "bark:deleted", "bark:edited", "counts", "notification", "read"]],
  ["read:statuses", OF_BARKS],
  ["read:notifications", ["notification"]],
]);

describe("live events by scope", () => {
  it.each([...heardWith])("a token with the scope %s receives the events %j", async (scope, events) => {
    const [{ reader, author, token: full }, [liker, other]] = [await reading(), await makePeople(2)];
    if (!liker || !other) throw new Error("nobody");
    const [mine = ""] = await plantBarks(reader.id, 1);
    const { token } = await makeToken(reader.id, [scope]);
    const device = await connect(reader.id, token);
    const kinds = () => [...new Set(device.heard.map(({ event }) => event))].toSorted();
    await device.watch([mine]);
    // Another device of the reader, which may receive everything, shows that a change has been delivered: a bark that is
    // deleted before its delivery is delivered to nobody.
    const witness = await connect(reader.id, full);
    const delivered = (event: HeardEvents["event"], count = 1) =>
      until(() => witness.heard.filter((heard) => heard.event === event).length >= count);
    const id = await bark(author.id, "First words");
    await delivered("bark");
    await editBark(author.id, id, { text: "Other words", spoiler: "", sensitive: false });
    await delivered("bark:edited");
    await deleteBark(author.id, id);
    await delivered("bark:deleted");
    await like(liker.id, mine);
    await delivered("notification");
    await advanceMarkers(reader.id, { home: idAt(Date.now() - 1_000) });
    await delivered("read");
    await until(() => events.filter((event) => event !== "notification").every((event) => kinds().includes(event)));
    // The last event of each kind: earlier ones on the same stream have been sent by then, or never will be.
    await like(other.id, mine);
    await delivered("notification", 2);
    const last = await bark(author.id, "Last words");
    await delivered("bark", 2);
    await until(() =>
      device.heard.filter(({ event }) => event === "notification").length === (events.includes("notification") ? 2 : 0)
        ? events.includes("bark") === device.barks().includes(last)
        : false,
    );
    expect(kinds()).toEqual(events);
    const get = async (path: string) => (await call("GET", path, { token })).status;
    expect(await get("/api/v1/timelines/home")).toBe(events.includes("bark") ? 200 : 403);
    expect(await get("/api/v1/markers")).toBe(events.includes("read") ? 200 : 403);
    expect(await get("/api/v1/notifications")).toBe(events.includes("notification") ? 200 : 403);
  });

  it("a token whose scopes allow no event cannot connect", async () => {
    const { reader } = await reading();
    // That of messages has an event of its own: encrypted.integration.test.ts.
    const others = ALL_SCOPES.filter((scope) => !heardWith.has(scope) && scope !== "messages");
    expect(others).toEqual(expect.arrayContaining(["profile", "push", "follow", "write", "write:media", "read:lists"]));
    for (const scope of others) {
      const { token } = await makeToken(reader.id, [scope]);
      await expect(open({ token })).rejects.toThrow("insufficient_scope");
    }
  });
});
