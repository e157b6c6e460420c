import { describe, expect, it } from "vitest";
import { createBark } from "@/lib/barks/writes";
import { idAt } from "@/lib/ids";
import { advanceMarkers } from "@/lib/markers/writes";
import { alertsPage } from "@/lib/notifications/reads";
import { block } from "@/lib/moderation/writes";
import { follow } from "@/lib/people/writes";
import { like } from "@/lib/reactions/writes";
import { plantBarks } from "@/testing/graph";
import { makePeople, makeToken } from "@/testing/people";
import { sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const { connect } = sidecarFixture();

async function meeting() {
  const [me, other, third] = await makePeople(3);
  if (!me || !other || !third) throw new Error("nobody");
  const { token } = await makeToken(me.id);
  const [id = ""] = await plantBarks(me.id, 1);
  return { me, other, third, token, id };
}

describe("a live alert", () => {
  it("reaches each device once, with a cursor and the same id as in the list of notifications", async () => {
    const { me, other, token, id } = await meeting();
    const devices = [await connect(me.id, token), await connect(me.id, token)];
    await like(other.id, id);
    const [first, second] = await Promise.all(devices.map((device) => device.hears(1)));
    const [listed] = await alertsPage(me.id, { limit: 20 });
    expect(first).toEqual([
      { event: "notification", type: "favourite", id: listed?.alert.id, cursor: expect.stringMatching(/^\d+-\d+$/) },
    ]);
    expect(second).toEqual(first);
  });

  it("that was missed is replayed after the cursor, in order with other events", async () => {
    const { me, other, third, token, id } = await meeting();
    const device = await connect(me.id, token);
    await like(other.id, id);
    const cursor = (await device.hears(1))[0]?.cursor;
    device.stop();
    await follow(other.id, me.id);
    await like(third.id, id);
    const back = await connect(me.id, token, cursor);
    await back.hears(2);
    expect(new Set(back.heard.map(({ type }) => type))).toEqual(new Set(["favourite", "follow"]));
  });

  it("is not sent for an act of a blocked person", async () => {
    const { me, other, third, token, id } = await meeting();
    await block(me.id, other.id);
    const device = await connect(me.id, token);
    await createBark(other.id, { text: `@${me.handle} look` });
    await like(third.id, id);
    expect(await device.hears(1)).toMatchObject([{ event: "notification", type: "favourite" }]);
  });
});

describe("reading alerts on one device", () => {
  it("sends the new marker to the person's other devices", async () => {
    const { me, token } = await meeting();
    const device = await connect(me.id, token);
    const to = idAt(Date.now());
    await advanceMarkers(me.id, { notifications: to });
    await advanceMarkers(me.id, { notifications: idAt(Date.now() - 10_000) });
    await advanceMarkers(me.id, { home: to });
    await device.hears(2);
    expect(device.heard.map(({ event, read }) => [event, read])).toEqual([
      ["read", { home: undefined, notifications: to }],
      ["read", { home: to, notifications: undefined }],
    ]);
  });
});
