import { afterEach, expect, it } from "vitest";
import { Announcement } from "@/lib/announcements/schema";
import { announce, reactTo, unreactTo, withdraw } from "@/lib/announcements/writes";
import { makePeople, makePerson, makeToken } from "@/testing/people";
import { TESTS } from "@/testing/staff";
import { until } from "@/testing/until";
import { sidecarFixture } from "@/sidecar/testing/sidecar-fixture";
import { openStream, type StreamClient } from "@/sidecar/testing/stream-client";

const sidecar = sidecarFixture();
const open: StreamClient[] = [];
afterEach(() => open.splice(0).forEach(({ socket }) => socket.terminate()));

/** Somebody who listens to their own stream, and to that of their alerts. */
async function listener(stream: string): Promise<StreamClient> {
  const { token } = await makeToken((await makePerson()).id, ["read"]);
  const client = await openStream(sidecar.url(), { access_token: token, stream });
  open.push(client);
  await client.settle();
  return client;
}

it("an announcement is told to everybody's own stream, with its reactions and its end, and to no other stream", async () => {
  const [one, other, alerts, town] = await Promise.all(["user", "user", "user:notification", "public"].map(listener));
  if (!one || !other || !alerts || !town) throw new Error("nobody listens");
  const person = await makePerson();
  const device = await sidecar.connect(person.id, (await makeToken(person.id, ["read"])).token);
  const onDevice: unknown[] = [];
  device.all((event) => onDevice.push(event));
  const { id } = await announce(TESTS, { text: "The weir is closed.", expires_in: 600 });
  const about = (client: StreamClient) => client.announced.filter(([, payload]) => payload.includes(id));
  for (const client of [one, other]) {
    const [event, payload] = await until(() => about(client)[0] ?? false);
    expect(event).toBe("announcement");
    expect(Announcement.parse(JSON.parse(payload))).toMatchObject({ id, text: "The weir is closed.", read: false });
  }
  expect(await until(() => onDevice.some((said) => Announcement.safeParse(said).data?.id === id))).toBe(true);

  // Reactions are gathered, so that everybody who reacts does not mean a message to everybody each time.
  const readers = await makePeople(3);
  await Promise.all(readers.map((reader) => reactTo(reader.id, id, "🌾")));
  await unreactTo(readers[0]?.id ?? "", id, "🌾");
  const counted = await until(() => about(other).at(-1)?.[0] === "announcement.reaction" && about(other));
  expect(counted.map(([event]) => event)).toEqual(["announcement", "announcement.reaction"]);
  expect(JSON.parse(counted.at(-1)?.[1] ?? "")).toEqual({ name: "🌾", count: 2, announcement_id: id });

  await reactTo(readers[1]?.id ?? "", id, "🔥");
  await withdraw(TESTS, id);
  await until(() => about(one).some(([event]) => event === "announcement.delete"));
  // A count that was not yet told is not told of what is gone.
  await new Promise((resolve) => setTimeout(resolve, 3_200));
  expect(about(one).at(-1)).toEqual(["announcement.delete", id]);
  expect([...about(alerts), ...about(town)]).toEqual([]);
});
