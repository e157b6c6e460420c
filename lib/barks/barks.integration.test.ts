import { cleanText } from "@/lib/text/clean";
import { afterAll, describe, expect, it } from "vitest";
import { readRetracted, readStatus, readStatuses } from "@/lib/barks/reads";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { driver, IdRow } from "@/lib/neo4j";
import { findPerson } from "@/lib/people/reads";
import { ask, count } from "@/testing/graph";
import { freshHandle, makePeople, makePerson } from "@/testing/people";

afterAll(() => driver().close());

const barksOf = (authorId: string) => count("(:Person {id: $authorId})-[:BARKED]->(:Bark)", { authorId });

/** Creates barks; their texts are known to be valid. */
async function bark(authorId: string, text = "Hello", more: Partial<Parameters<typeof createBark>[1]> = {}) {
  const created = await createBark(authorId, { text, ...more });
  if (!created.ok) throw new Error(`no bark: ${created.reason}`);
  return created.status;
}

describe("barking", () => {
  it("commits the bark with its outbox entry, its topics and those it mentions", async () => {
    const [author, friend] = await Promise.all([makePerson(), makePerson()]);
    const topic = `a${freshHandle()}`;
    const status = await bark(
      author.id,
      `@${friend.handle.toUpperCase()} and @${freshHandle()} about #${topic.toUpperCase()}`,
    );
    expect(status.mentions).toMatchObject([{ id: friend.id, username: friend.handle }]);
    expect(status.tags).toMatchObject([{ name: topic }]);
    expect(await readStatuses(null, [status.id])).toEqual([status]);
    expect(await count("(:Bark {id: $id})-[:TAGGED]->(:Topic {name: $topic})", { id: status.id, topic })).toBe(1);
    expect((await findPerson(author.id))?.lastBarkAt).toBe(Date.parse(status.created_at));
  });

  it("of twenty people at once about the same topics stores each bark exactly once", async () => {
    const people = await makePeople(20);
    const topics = Array.from({ length: 4 }, () => `a${freshHandle()}`);
    const texts = people.map((_, index) => topics.map((__, turn) => `#${topics[(index + turn) % 4]}`).join(" "));
    await Promise.all(people.map(({ id }, index) => bark(id, texts[index])));
    for (const name of topics) {
      expect(await count("(:Topic {name: $name})", { name })).toBe(1);
      expect(await count("(:Topic {name: $name})<-[:TAGGED]-()", { name })).toBe(20);
    }
  });

  it("twenty times at once counts twenty barks for the author", async () => {
    const { id } = await makePerson();
    const made = await Promise.all(Array.from({ length: 20 }, (_, turn) => bark(id, `Bark ${turn}`)));
    expect(new Set(made.map((status) => status.id)).size).toBe(20);
    expect((await findPerson(id))?.barks).toBe(20);
  });

  it("by a person who does not exist creates nothing", async () => {
    expect(await createBark("1000000000000000001", { text: "Hello" })).toEqual({ ok: false, reason: "gone" });
  });

  it.each([
    ["three-byte marks on one letter", `#a${"\u0e31".repeat(3_900)}`],
    ["letters that grow when they are folded", `#${"\ufdfa".repeat(239)}`],
    ["letters outside the basic plane", `#${"\u{20000}".repeat(239)}`],
  ])("takes a topic of %s as it takes any text", async (_what, text) => {
    const { id } = await makePerson();
    expect(await createBark(id, { text })).toMatchObject({ ok: true, status: { text: cleanText(text) } });
  });
});

describe("an Idempotency-Key", () => {
  it("sent twenty times at once creates one bark and returns twenty equal responses", async () => {
    const { id } = await makePerson();
    const answers = await Promise.all(Array.from({ length: 20 }, () => bark(id, "Only once", { idempotencyKey: "k" })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await barksOf(id)).toBe(1);
    expect(await count("(:Outbox {kind: 'bark', actorId: $id})", { id })).toBeLessThanOrEqual(1);
  });

  it("applies whatever the second text is, and only to the person who sent it", async () => {
    const [a, b] = await Promise.all([makePerson(), makePerson()]);
    const first = await bark(a.id, "First", { idempotencyKey: "k" });
    expect((await bark(a.id, "Second", { idempotencyKey: "k" })).id).toBe(first.id);
    expect((await bark(a.id, "Second", { idempotencyKey: "other" })).id).not.toBe(first.id);
    expect((await bark(b.id, "First", { idempotencyKey: "k" })).account.id).toBe(b.id);
  });

  it("is free again after 24 hours, and not before", async () => {
    const { id } = await makePerson();
    const first = await bark(id, "First", { idempotencyKey: "k" });
    await age(first.id, 23 * 60 + 59);
    expect((await bark(id, "Second", { idempotencyKey: "k" })).id).toBe(first.id);
    await age(first.id, 24 * 60 + 1);
    const again = await Promise.all(Array.from({ length: 5 }, () => bark(id, "Second", { idempotencyKey: "k" })));
    expect(new Set(again.map((status) => status.id)).size).toBe(1);
    expect(again[0]?.id).not.toBe(first.id);
    expect(await barksOf(id)).toBe(2);
  });

  it("of a deleted bark creates no new bark", async () => {
    const { id } = await makePerson();
    const first = await bark(id, "First", { idempotencyKey: "k" });
    await deleteBark(id, first.id);
    expect(await createBark(id, { text: "Second", idempotencyKey: "k" })).toEqual({ ok: false, reason: "gone" });
  });
});

describe("deleting a bark", () => {
  it("removes its whole content from the graph", async () => {
    const [author, friend] = await Promise.all([makePerson(), makePerson()]);
    const [secret, topic] = [freshHandle(), `a${freshHandle()}`];
    const status = await bark(author.id, `The ${secret} of @${friend.handle} #${topic}`, {
      spoiler: secret,
      app: secret,
    });
    expect(await deleteBark(author.id, status.id)).toBe(true);
    const everything = "(n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS $secret)";
    expect(await count(everything, { secret })).toBe(0);
    expect(await count("(:Topic {name: $topic})--()", { topic })).toBe(0);
    expect(await count("(:Bark {id: $id})--(:Person {id: $friend})", { id: status.id, friend: friend.id })).toBe(0);
  });

  it("removes it for every reader and from its author's count", async () => {
    const { id } = await makePerson();
    const [kept, gone] = [await bark(id, "Kept"), await bark(id, "Gone")];
    await deleteBark(id, gone.id);
    expect(await readStatus(null, gone.id)).toBe("deleted");
    expect((await readStatuses(null, [gone.id, kept.id])).map((status) => status.id)).toEqual([kept.id]);
    expect((await findPerson(id))?.barks).toBe(1);
    expect(await readRetracted(id, gone.id)).toMatchObject({ id: gone.id, text: "", account: { id } });
  });

  it("is idempotent, also twenty times at once", async () => {
    const { id } = await makePerson();
    const status = await bark(id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => deleteBark(id, status.id)));
    expect(answers).toContain(true);
    expect(await deleteBark(id, status.id)).toBe(false);
    expect(await count("(:Person {id: $id})-[:RETRACTED]->(:Bark {id: $bark})", { id, bark: status.id })).toBe(1);
  });

  it("is reserved for its author", async () => {
    const [author, other] = await Promise.all([makePerson(), makePerson()]);
    const status = await bark(author.id);
    expect(await deleteBark(other.id, status.id)).toBe(false);
    expect(await readStatus(null, status.id)).toEqual(status);
    expect(await readRetracted(other.id, status.id)).toBeNull();
    expect(await readStatus(null, "1000000000000000001")).toBeNull();
  });
});

/** Makes a bark look `minutes` old to the clock of its Idempotency-Key. */
async function age(id: string, minutes: number): Promise<void> {
  const at = Date.now() - minutes * 60_000;
  await ask("MATCH (b:Bark {id: $id}) SET b.at = $at RETURN b.id AS id", { id, at }, IdRow);
}
