import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealSession } from "@/lib/auth/cookie";
import { endSessions, revokeToken } from "@/lib/auth/writes";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";
import { follow } from "@/lib/people/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows } from "@/lib/testing/follows";
import { makePeople, makePerson, makeToken } from "@/lib/testing/people";
import { until } from "@/lib/testing/until";
import { connectDevice, openDevice, type Device } from "@/sidecar/testing/device";
import { startSidecar, type TestSidecar } from "@/sidecar/testing/sidecar";

let sidecar: TestSidecar;
const devices: Device[] = [];

beforeAll(async () => {
  sidecar = await startSidecar();
});
afterAll(async () => {
  for (const device of devices) device.stop();
  await sidecar.stop();
  tcpRedis().disconnect();
  await driver().close();
});

/** A reader with a token who follows an author. */
async function reading() {
  const [reader, author] = await Promise.all([makePerson(), makePerson()]);
  await plantFollows(reader.id, [author]);
  const { token, clientId } = await makeToken(reader.id);
  return { reader, author, token, clientId };
}

async function connect(personId: string, token: string, cursor?: unknown): Promise<Device> {
  const device = await connectDevice(sidecar, personId, { token, cursor });
  devices.push(device);
  return device;
}

async function bark(authorId: string, text: string): Promise<string> {
  const created = await createBark(authorId, { text });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

const cookieOf = async (sub: string, epoch = 0) => String((await sealSession({ sub, epoch })).split(";")[0]);

describe("a bark", () => {
  it("reaches twenty connected followers and its author, each once", async () => {
    const author = await makePerson();
    const followers = await makePeople(20);
    await Promise.all(followers.map(({ id }) => plantFollows(id, [author])));
    const connected = await Promise.all(
      [author, ...followers].map(async ({ id }) => connect(id, (await makeToken(id)).token)),
    );
    const ids = [await bark(author.id, "One"), await bark(author.id, "Two")];
    for (const device of connected) expect(new Set((await device.hears(2)).map(({ id }) => id))).toEqual(new Set(ids));
    // What came twice would have come before this.
    const last = await bark(author.id, "Three");
    for (const device of connected)
      expect(new Set((await device.hears(3)).map(({ id }) => id))).toEqual(new Set([...ids, last]));
  });

  it("reaches both devices of one person, whole and with a cursor", async () => {
    const { reader, author, token } = await reading();
    const [first, second] = [await connect(reader.id, token), await connect(reader.id, token)];
    const id = await bark(author.id, "Hello, both");
    const [heard] = await first.hears(1);
    expect(heard).toEqual({ event: "bark", cursor: expect.stringMatching(/^\d+-\d+$/), id, text: "Hello, both" });
    expect(await second.hears(1)).toEqual([heard]);
  });

  it("does not reach strangers, nor those who stopped following", async () => {
    const { reader, author, token } = await reading();
    const stranger = await makePerson();
    const [device, strangers] = [
      await connect(reader.id, token),
      await connect(stranger.id, (await makeToken(stranger.id)).token),
    ];
    await bark(stranger.id, "To nobody");
    await strangers.hears(1);
    const mine = await bark(reader.id, "My own");
    await bark(author.id, "Theirs");
    await device.hears(2);
    expect(device.barks()).toContain(mine);
    expect(strangers.heard).toHaveLength(1);
  });

  it("taken back is taken from connected followers", async () => {
    const { reader, author, token } = await reading();
    const device = await connect(reader.id, token);
    const id = await bark(author.id, "Oh no");
    await device.hears(1);
    await deleteBark(author.id, id);
    expect((await device.hears(2))[1]).toMatchObject({ event: "bark:deleted", id });
  });
});

describe("a device that comes back", () => {
  it("hears what it missed after its cursor, in order and once, and then goes on live", async () => {
    const { reader, author, token } = await reading();
    const before = await connect(reader.id, token);
    const seen = await bark(author.id, "Seen");
    const [{ cursor } = { cursor: "" }] = await before.hears(1);
    before.stop();
    const missed = [await bark(author.id, "Missed 1"), await bark(author.id, "Missed 2")];
    await deleteBark(author.id, seen);
    await until(async () => (await tcpRedis().xlen(keys.live(reader.id))) >= 4);
    const after = await connect(reader.id, token, cursor);
    const live = await bark(author.id, "Live");
    const heard = await after.hears(4);
    const order = heard.map(({ event, id }) => `${event} ${id}`);
    expect(order.toSorted()).toEqual(
      [`bark ${missed[0]}`, `bark ${missed[1]}`, `bark ${live}`, `bark:deleted ${seen}`].toSorted(),
    );
    expect(order.at(-1)).toBe(`bark ${live}`);
    expect(after.barks()).toEqual([...missed, live]);
  });

  it("hears nothing twice when it had heard all", async () => {
    const { reader, author, token } = await reading();
    const before = await connect(reader.id, token);
    await bark(author.id, "Seen");
    const [{ cursor } = { cursor: "" }] = await before.hears(1);
    before.stop();
    const after = await connect(reader.id, token, cursor);
    const live = await bark(author.id, "Live");
    expect((await after.hears(1)).map(({ id }) => id)).toEqual([live]);
  });

  it("does not hear of a bark that was taken back meanwhile, but of its end", async () => {
    const { reader, author, token } = await reading();
    const before = await connect(reader.id, token);
    await bark(author.id, "Seen");
    const [{ cursor } = { cursor: "" }] = await before.hears(1);
    before.stop();
    const gone = await bark(author.id, "Gone");
    await until(async () => (await tcpRedis().xlen(keys.live(reader.id))) >= 3);
    await deleteBark(author.id, gone);
    await until(async () => (await tcpRedis().xlen(keys.live(reader.id))) >= 4);
    const after = await connect(reader.id, token, cursor);
    expect(await after.hears(1)).toMatchObject([{ event: "bark:deleted", id: gone }]);
  });

  it.each(["junk", "0", "-", "1-1 COUNT 5", `${"9".repeat(20)}-0`, 7, { $gt: "" }, ["1-1"]])(
    "with %j for a cursor is told of a gap, and goes on live",
    async (cursor) => {
      const { reader, author, token } = await reading();
      const device = await connect(reader.id, token, cursor);
      const id = await bark(author.id, "Live");
      const heard = await device.hears(2);
      expect(heard).toMatchObject([
        { event: "gap", from: null },
        { event: "bark", id },
      ]);
      expect(heard[0]?.cursor).toMatch(/^\d+-\d+$/);
    },
  );

  it.each(["1-1", "9999999999999-0"])(
    "with the cursor %s, which no event has, is told of a gap from there",
    async (cursor) => {
      const { reader, token } = await reading();
      const device = await connect(reader.id, token, cursor);
      expect(await device.hears(1)).toMatchObject([{ event: "gap", from: cursor }]);
    },
  );

  it("whose events were cut off or lost is told of a gap", async () => {
    const { reader, author, token } = await reading();
    const before = await connect(reader.id, token);
    await bark(author.id, "Seen");
    const [{ cursor } = { cursor: "" }] = await before.hears(1);
    before.stop();
    await tcpRedis().xtrim(keys.live(reader.id), "MAXLEN", 0);
    const cut = await connect(reader.id, token, cursor);
    expect(await cut.hears(1)).toMatchObject([{ event: "gap", from: cursor }]);
    const next = String((await cut.hears(1))[0]?.cursor);
    cut.stop();
    await tcpRedis().del(keys.live(reader.id));
    const lost = await connect(reader.id, token, next);
    expect(await lost.hears(1)).toMatchObject([{ event: "gap", from: next }]);
    const id = await bark(author.id, "Live");
    expect((await lost.hears(2))[1]).toMatchObject({ event: "bark", id });
  });

  it("at the moment another one leaves is not forgotten", async () => {
    const { reader, author, token } = await reading();
    const leaving = await connect(reader.id, token);
    await tcpRedis().client("PAUSE", 300);
    const coming = await openDevice(sidecar.url, { token });
    devices.push(coming);
    leaving.stop();
    await new Promise((resolve) => setTimeout(resolve, 400));
    const id = await bark(author.id, "Still there?");
    expect((await coming.hears(1)).at(-1)).toMatchObject({ id });
  });
});

describe("following while connected", () => {
  it("brings what the new followee barks from then on", async () => {
    const [reader, author] = await Promise.all([makePerson(), makePerson()]);
    const device = await connect(reader.id, (await makeToken(reader.id)).token);
    await follow(reader.id, author.id);
    const id = await bark(author.id, "Welcome");
    expect(await device.hears(1)).toMatchObject([{ event: "bark", id }]);
  });
});

describe("admission", () => {
  /** What a device is told that is not let in. */
  const refusal = (handshake: Parameters<typeof openDevice>[1]) =>
    openDevice(sidecar.url, handshake).then(
      () => "admitted",
      (error: unknown) => (error instanceof Error ? error.message : ""),
    );

  it("is refused without a session or token, with a wrong one, and to an app without a person", async () => {
    const { token } = await makeToken(null);
    expect(await refusal({})).toBe("unauthorized");
    expect(await refusal({ token: "wrong" })).toBe("unauthorized");
    expect(await refusal({ token })).toBe("unauthorized");
  });

  it("takes a session cookie from our own pages, and from no other site", async () => {
    const { id } = await makePerson();
    const cookie = await cookieOf(id);
    const device = await openDevice(sidecar.url, { headers: { cookie, origin: env().BARKER_ORIGIN } });
    devices.push(device);
    expect(device.isConnected()).toBe(true);
    expect(await refusal({ headers: { cookie, origin: "https://evil.example" } })).toBe("unauthorized");
    expect(await refusal({ headers: { cookie } })).toBe("unauthorized");
    expect(await refusal({ headers: { cookie: await cookieOf(id, 1), origin: env().BARKER_ORIGIN } })).toBe(
      "unauthorized",
    );
  });
});

describe("signing out", () => {
  it("everywhere disconnects all of a person's devices, and nobody else's", async () => {
    const { reader, author, token } = await reading();
    const byToken = await connect(reader.id, token);
    const headers = { cookie: await cookieOf(reader.id), origin: env().BARKER_ORIGIN };
    const byCookie = await openDevice(sidecar.url, { headers });
    const other = await connect(author.id, (await makeToken(author.id)).token);
    await until(async () => byToken.isConnected() && byCookie.isConnected());
    await endSessions(reader.id);
    for (const device of [byToken, byCookie]) {
      await until(() => !device.isConnected());
      expect(device.heard).toEqual([{ event: "signed-out" }]);
    }
    expect(other.isConnected()).toBe(true);
  });

  it("of one app disconnects what used its token, and leaves the other devices", async () => {
    const { reader, token, clientId } = await reading();
    const [leaving, staying] = [
      await connect(reader.id, token),
      await connect(reader.id, (await makeToken(reader.id)).token),
    ];
    await revokeToken(clientId, token);
    await until(() => !leaving.isConnected());
    expect(leaving.heard).toEqual([{ event: "signed-out" }]);
    expect(staying.isConnected()).toBe(true);
    await expect(openDevice(sidecar.url, { token })).rejects.toThrow("unauthorized");
  });
});
