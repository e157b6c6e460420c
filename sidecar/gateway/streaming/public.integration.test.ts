import { afterEach, describe, expect, it } from "vitest";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { createFilter } from "@/lib/filters/writes";
import { editBark } from "@/lib/history/writes";
import { addMembers, createList, removeMembers } from "@/lib/lists/writes";
import { block } from "@/lib/moderation/writes";
import { plantFollows } from "@/testing/follows";
import { freshHandle, makePeople, makePerson, makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import { openStream, type StreamClient } from "@/sidecar/testing/stream-client";
import { bark, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const sidecar = sidecarFixture();
const open: StreamClient[] = [];
afterEach(() => open.splice(0).forEach(({ socket }) => socket.terminate()));

async function connect(personId: string, ...streams: object[]): Promise<StreamClient> {
  const { token } = await makeToken(personId, ["read"]);
  const client = await openStream(sidecar.url(), { access_token: token });
  open.push(client);
  await client.subscribe(...streams);
  return client;
}

describe("the streams of Town and topics", () => {
  it("carry public barks in order with edits and deletions, not private ones, and not across blocks", async () => {
    const [author, reader, blocked] = await makePeople(3);
    if (!author || !reader || !blocked) throw new Error("nobody");
    await block(author.id, blocked.id);
    const topic = `t${freshHandle()}`;
    const tag = { stream: "hashtag", tag: topic.toUpperCase() };
    const client = await connect(reader.id, tag, { stream: "public:remote" }, { stream: "direct" });
    const outsider = await connect(blocked.id, tag);
    const first = await bark(author.id, `One #${topic}`);
    await createBark(author.id, { text: `Only for followers #${topic}`, audience: "private" });
    await client.hears(1);
    await editBark(author.id, first, { text: `Two #${topic}`, spoiler: "", sensitive: false });
    await client.hears(2);
    await deleteBark(author.id, first);
    const label = `hashtag ${topic.toUpperCase()}`;
    await until(() => client.heard.includes(`${label}: delete ${first}`));
    expect(client.heard).toEqual([
      `${label}: update One #${topic}`,
      `${label}: status.update Two #${topic}`,
      `${label}: delete ${first}`,
    ]);
    expect(outsider.heard).toEqual([`${label}: delete ${first}`]);
    client.send({ type: "unsubscribe", ...tag });
    await client.subscribe({ stream: "public:local" });
    await bark(author.id, `Three #${topic}`);
    // Other tests bark in Town, too.
    await until(() => client.heard.includes(`public:local: update Three #${topic}`));
    expect(client.heard.some((line) => line.startsWith(`${label}: update Three`))).toBe(false);
  });

  it("mark what the listener's filters warn about, and leave out what they hide", async () => {
    const [author, reader] = await makePeople(2);
    if (!author || !reader) throw new Error("nobody");
    const [topic, warned, hidden] = [`t${freshHandle()}`, freshHandle(), freshHandle()];
    const common = { contexts: ["public" as const], expiresAt: null };
    await createFilter(reader.id, { ...common, title: "Warn", action: "warn" }, [{ word: warned, whole: true }]);
    await createFilter(reader.id, { ...common, title: "Hide", action: "hide" }, [{ word: hidden, whole: true }]);
    const client = await connect(reader.id, { stream: "hashtag:local", tag: topic });
    for (const word of [hidden, warned, "plain"]) await bark(author.id, `${word} #${topic}`);
    await client.hears(2);
    expect(client.payloads).toMatchObject([
      { text: `${warned} #${topic}`, filtered: [{ filter: { title: "Warn" }, keyword_matches: [warned] }] },
      { text: `plain #${topic}`, filtered: [] },
    ]);
  });
});

describe("the stream of a list", () => {
  it("is for its owner only, and follows its members, also private barks and those who join and leave", async () => {
    const [owner, member, other, stranger] = await makePeople(4);
    if (!owner || !member || !other || !stranger) throw new Error("nobody");
    await plantFollows(owner.id, [member, other]);
    const list = await createList(owner.id, { title: "Friends", replies_policy: "list", exclusive: true });
    if (!list) throw new Error("no list");
    await addMembers(owner.id, list.id, [member.id]);
    const wish = { stream: "list", list: list.id };
    const client = await connect(owner.id, wish);
    const [thief] = [await connect(stranger.id, wish)];
    expect(thief.failures).toContain("401 Not authorized to stream this list");
    await bark(other.id, "Not on it yet");
    await createBark(member.id, { text: "Among us", audience: "private" });
    await client.hears(1);
    await addMembers(owner.id, list.id, [other.id]);
    await bark(other.id, "Now I am");
    await client.hears(2);
    await removeMembers(owner.id, list.id, [member.id]);
    await bark(member.id, "No longer");
    await bark(other.id, "Still here");
    await client.hears(3);
    expect(client.heard).toEqual(
      ["Among us", "Now I am", "Still here"].map((text) => `list ${list.id}: update ${text}`),
    );
    expect(thief.heard).toEqual([]);
  });
});

describe("a token", () => {
  it("is taken from a header, the query or the protocol, and needs the scopes of a stream", async () => {
    const { id } = await makePerson();
    const { token } = await makeToken(id, ["read:notifications"]);
    const url = sidecar.url();
    await expect(openStream(url, { stream: "user" })).rejects.toThrow("401");
    await expect(openStream(url, { access_token: "wrong" })).rejects.toThrow("401");
    await expect(openStream(url, { access_token: (await makeToken(null)).token })).rejects.toThrow("401");
    for (const how of [{ protocol: token }, { headers: { authorization: `Bearer ${token}` } }]) {
      const client = await openStream(url, { stream: "list", list: "1" }, how);
      open.push(client);
      await client.settle();
      expect(client.failures[0]).toBe("401 Access token does not have the required scopes");
    }
    const answers = await Promise.all(
      ["health", "user/notification", "hashtag", "list?list=1", "user?access_token=x", "nothing"].map(async (path) => {
        const leave = new AbortController();
        const headers: Record<string, string> = path.includes("?access") ? {} : { authorization: `Bearer ${token}` };
        const { status } = await fetch(`${url}/api/v1/streaming/${path}`, { headers, signal: leave.signal });
        leave.abort();
        return status;
      }),
    );
    expect(answers).toEqual([200, 200, 400, 401, 401, 400]);
  });
});
