import { describe, expect, it } from "vitest";
import { deleteBark } from "@/lib/barks/writes";
import { follow } from "@/lib/people/writes";
import { plantFollows } from "@/testing/follows";
import { makePeople, makePerson, makeToken } from "@/testing/people";
import { bark, reading, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const { connect } = sidecarFixture();

describe("a live bark", () => {
  it("reaches twenty connected followers and its author once each", async () => {
    const author = await makePerson();
    const followers = await makePeople(20);
    await Promise.all(followers.map(({ id }) => plantFollows(id, [author])));
    const connected = await Promise.all(
      [author, ...followers].map(async ({ id }) => connect(id, (await makeToken(id)).token)),
    );
    const ids = [await bark(author.id, "One"), await bark(author.id, "Two")];
    await Promise.all(connected.map((device) => device.hears(2)));
    // A duplicate would have arrived before this one.
    const last = await bark(author.id, "Three");
    for (const device of connected) {
      await device.hears(3);
      expect(device.barks().toSorted()).toEqual([...ids, last].toSorted());
    }
  });

  it("reaches both devices of a person, complete and with a cursor", async () => {
    const { reader, author, token } = await reading();
    const [first, second] = [await connect(reader.id, token), await connect(reader.id, token)];
    const id = await bark(author.id, "Hello, both");
    const [heard] = await first.hears(1);
    expect(heard).toEqual({ event: "bark", cursor: expect.stringMatching(/^\d+-\d+$/), id, text: "Hello, both" });
    expect(await second.hears(1)).toEqual([heard]);
  });

  it("does not reach people who do not follow its author, or no longer", async () => {
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

  it("that is deleted is removed on connected followers' devices", async () => {
    const { reader, author, token } = await reading();
    const device = await connect(reader.id, token);
    const id = await bark(author.id, "Oh no");
    await device.hears(1);
    await deleteBark(author.id, id);
    expect((await device.hears(2))[1]).toMatchObject({ event: "bark:deleted", id });
  });
});

describe("following while connected", () => {
  it("delivers the new followee's barks from then on", async () => {
    const [reader, author] = await Promise.all([makePerson(), makePerson()]);
    const device = await connect(reader.id, (await makeToken(reader.id)).token);
    await follow(reader.id, author.id);
    const id = await bark(author.id, "Welcome");
    expect(await device.hears(1)).toMatchObject([{ event: "bark", id }]);
  });
});
