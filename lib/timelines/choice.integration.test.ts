import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { createBark } from "@/lib/barks/writes";
import { Excerpt } from "@/lib/barks/schema";
import { driver } from "@/lib/neo4j";
import { followersOf } from "@/lib/people/reads";
import { tcpRedis } from "@/lib/redis/tcp";
import { stripMarkup } from "@/lib/text/strip-markup";
import { topicReaders } from "@/lib/topics/reads";
import { call } from "@/testing/api";
import { plantFollows } from "@/testing/follows";
import { makePeople, makeToken } from "@/testing/people";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

const Shown = z.array(
  z.object({ id: z.string(), content: z.string(), reblog: z.unknown(), in_reply_to_excerpt: Excerpt.nullable() }),
);

async function say(authorId: string, text: string, replyTo?: string): Promise<string> {
  const made = await createBark(authorId, { text, ...(replyTo && { replyTo }) });
  if (!made.ok) throw new Error(made.reason);
  return made.status.id;
}

/** Somebody who follows fern and otter, and not heron. */
async function town() {
  const [reader, fern, otter, heron] = await makePeople(4);
  if (!reader || !fern || !otter || !heron) throw new Error("nobody");
  await plantFollows(reader.id, [fern, otter]);
  const { token } = await makeToken(reader.id);
  const home = async () => Shown.parse((await call("GET", "/api/v1/timelines/home", { token })).json);
  const choose = (json: unknown) => call("PATCH", "/api/v1/barker/home", { token, json });
  return { reader, fern, otter, heron, token, home, choose };
}

it("shows replies and rebarks as the reader chose, on pages and live", async () => {
  const { reader, fern, otter, heron, token, home, choose } = await town();
  const [own, theirs, strange] = [
    await say(reader.id, "Mine"),
    await say(otter.id, "Otter's"),
    await say(heron.id, "Heron's"),
  ];
  await say(fern.id, "To me", own);
  await say(fern.id, "To otter", theirs);
  const toHeron = await say(fern.id, "To heron #pond", strange);
  await say(fern.id, "To a reply of fern's", toHeron);
  const { token: fernsToken } = await makeToken(fern.id);
  await call("POST", `/api/v1/statuses/${strange}/reblog`, { token: fernsToken });
  const shown = async () =>
    (await home()).map(({ content, reblog }) => `${reblog ? "rebark " : ""}${stripMarkup(content)}`).toSorted();

  const always = ["Mine", "Otter's", "To a reply of fern's", "To me"];
  expect(await shown()).toEqual([...always, "To heron #pond", "To otter", "rebark Heron's"].toSorted());
  expect((await choose({ replies: "followed" })).json).toEqual({ replies: "followed", rebarks: true });
  expect(await shown()).toEqual([...always, "To otter", "rebark Heron's"].toSorted());
  expect((await choose({ replies: "none", rebarks: false })).json).toEqual({ replies: "none", rebarks: false });
  expect(await shown()).toEqual(always);
  expect((await call("GET", "/api/v1/barker/home", { token })).json).toEqual({ replies: "none", rebarks: false });
  expect((await choose({ replies: "some" })).status).toBe(422);

  const asLive = async (answered: string) => {
    for await (const chunk of followersOf(fern.id, 10, answered)) return chunk.find(({ id }) => id === reader.id);
    return undefined;
  };
  expect(await asLive(otter.id)).toMatchObject({ home: { replies: "none", rebarks: false }, followsAnswered: false });
  await choose({ replies: "followed" });
  expect(await asLive(otter.id)).toMatchObject({ home: { replies: "followed" }, followsAnswered: true });
  expect(await asLive(heron.id)).toMatchObject({ followsAnswered: false });

  // Whoever follows a topic gets its barks live by the same choice.
  const { token: watching } = await makeToken(heron.id);
  await call("POST", "/api/v1/tags/pond/follow", { token: watching });
  const toFern = await say(otter.id, "To fern #pond", await say(fern.id, "Fern's"));
  expect(await topicReaders(toFern, [otter.id, fern.id])).toContain(heron.id);
  await call("PATCH", "/api/v1/barker/home", { token: watching, json: { replies: "none" } });
  expect(await topicReaders(toFern, [otter.id, fern.id])).not.toContain(heron.id);
  expect(await topicReaders(toHeron, [fern.id])).toContain(heron.id);
});

it("shows one line of what a reply answers to those who may see it", async () => {
  const { fern, heron, token, home } = await town();
  const asked = await say(heron.id, "@otter Who has\nthe spoon?");
  const answer = await say(fern.id, "I have", asked);
  const excerpt = async () => (await home()).find(({ id }) => id === answer)?.in_reply_to_excerpt;
  expect(await excerpt()).toMatchObject({ text: "Who has the spoon?", spoiler_text: "", account: { id: heron.id } });
  const filter = { title: "spoons", context: ["home"], keywords_attributes: [{ keyword: "spoon" }] };
  const made = await call("POST", "/api/v2/filters", { token, json: filter });
  expect(made.status).toBe(200);
  expect(await excerpt()).toBeNull();
  // Of a private bark, only those who may read it get a line.
  const hidden = await createBark(heron.id, { text: "Only for friends", audience: "private" });
  if (!hidden.ok) throw new Error(hidden.reason);
  await plantFollows(fern.id, [heron]);
  const whispered = await say(fern.id, "Quite", hidden.status.id);
  const seenBy = async (reader: string) => (await call("GET", `/api/v1/statuses/${whispered}`, { token: reader })).json;
  const { token: ferns } = await makeToken(fern.id);
  expect(await seenBy(ferns)).toMatchObject({ in_reply_to_excerpt: { text: "Only for friends" } });
  expect(await seenBy(token)).toMatchObject({ id: whispered, in_reply_to_excerpt: null });
});
