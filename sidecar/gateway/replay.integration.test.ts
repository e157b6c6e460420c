import { describe, expect, it } from "vitest";
import { deleteBark } from "@/lib/barks/writes";
import { keys, LIVE_SECONDS } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { until } from "@/testing/until";
import { bark, reading, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const { connect, open } = sidecarFixture();

describe("a device that reconnects with a cursor", () => {
  it("receives the missed events once and in order, and then live ones", async () => {
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
    const heard = (await after.hears(4)).map(({ cursor: at, event, id }) => ({ at, said: `${event} ${id}` }));
    // Several workers may deliver in another order than that of creation; the stream's order counts.
    const stream = await tcpRedis().xrange(keys.live(reader.id), `(${cursor}`, "+");
    expect(heard).toEqual(
      stream.map(([at, [kind, id]]) => ({ at, said: `${kind === "bark" ? kind : "bark:deleted"} ${id}` })),
    );
    const everything = [...missed.map((id) => `bark ${id}`), `bark:deleted ${seen}`, `bark ${live}`];
    expect(heard.map(({ said }) => said).toSorted()).toEqual(everything.toSorted());
    expect(heard.at(-1)?.said).toBe(`bark ${live}`);
  });

  it("receives nothing again if it had missed nothing", async () => {
    const { reader, author, token } = await reading();
    const before = await connect(reader.id, token);
    await bark(author.id, "Seen");
    const [{ cursor } = { cursor: "" }] = await before.hears(1);
    before.stop();
    const after = await connect(reader.id, token, cursor);
    const live = await bark(author.id, "Live");
    expect((await after.hears(1)).map(({ id }) => id)).toEqual([live]);
  });

  it("receives the deletion of a bark that was deleted meanwhile, but not the bark", async () => {
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
      expect(await tcpRedis().ttl(keys.live(reader.id))).toBeGreaterThan(LIVE_SECONDS - 60);
    },
  );

  it("receives a gap if its events were trimmed or lost", async () => {
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

  it("stays registered when another device of the same person disconnects at the same time", async () => {
    const { reader, author, token } = await reading();
    const leaving = await connect(reader.id, token);
    await tcpRedis().client("PAUSE", 300);
    const coming = await open({ token });
    leaving.stop();
    await new Promise((resolve) => setTimeout(resolve, 400));
    const id = await bark(author.id, "Still there?");
    expect((await coming.hears(1)).at(-1)).toMatchObject({ id });
  });
});
