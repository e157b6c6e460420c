import { afterAll, describe, expect, it } from "vitest";
import { readStatuses } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { bookmarksPage, likersPage, likesPage, quotesPage, reactionsOf, rebarkersPage } from "@/lib/reactions/reads";
import * as acts from "@/lib/reactions/writes";
import { count } from "@/testing/graph";
import { makePeople, makePerson } from "@/testing/people";

afterAll(() => driver().close());

type Input = Parameters<typeof createBark>[1];

async function bark(authorId: string, input: Partial<Input> = {}): Promise<Status> {
  const created = await createBark(authorId, { text: "Hello", ...input });
  if (!created.ok) throw new Error(created.reason);
  return created.status;
}

const seen = async (viewerId: string | null, id: string) => (await readStatuses(viewerId, [id]))[0];
const outbox = (subjectId: string, kind: string) =>
  count("(o:Outbox {subjectId: $subjectId, kind: $kind})", { subjectId, kind });

describe("liking, bookmarking, pinning and rebarking", () => {
  it("twenty times at once by one person counts once, as each response says", async () => {
    const [author, fan] = [await makePerson(), await makePerson()];
    const { id } = await bark(author.id);
    const twenty = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, act));
    for (const answer of await twenty(() => acts.like(fan.id, id))) expect(answer.favourited).toBe(true);
    for (const answer of await twenty(() => acts.bookmark(fan.id, id))) expect(answer.bookmarked).toBe(true);
    for (const answer of await twenty(() => acts.react(fan.id, id, "🐝"))) {
      expect(answer.emoji_reactions).toEqual([{ name: "🐝", count: 1, me: true }]);
    }
    const rebarks = await twenty(() => acts.rebark(fan.id, id));
    expect(new Set(rebarks.map((rebark) => rebark.id)).size).toBe(1);
    expect(await seen(fan.id, id)).toMatchObject({
      favourites_count: 1,
      reblogs_count: 1,
      favourited: true,
      reblogged: true,
      bookmarked: true,
    });
  });

  it("by twenty people at once is counted exactly, and removing all leaves zero", async () => {
    const [author, people] = [await makePerson(), await makePeople(20)];
    const { id } = await bark(author.id);
    const all = (act: (personId: string) => Promise<Status>) => Promise.all(people.map((person) => act(person.id)));
    await all((personId) => acts.like(personId, id));
    await all((personId) => acts.rebark(personId, id));
    await all((personId) => acts.react(personId, id, "🍞"));
    await all((personId) => acts.react(personId, id, "❤️"));
    expect(await seen(null, id)).toMatchObject({ favourites_count: 20, reblogs_count: 20 });
    const emoji = (await seen(null, id))?.emoji_reactions.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(emoji).toEqual([
      { name: "❤️", count: 20, me: false },
      { name: "🍞", count: 20, me: false },
    ]);
    await all((personId) => acts.unlike(personId, id));
    await all((personId) => acts.unrebark(personId, id));
    await all((personId) => acts.unreact(personId, id, "🍞"));
    await all((personId) => acts.unreact(personId, id, "❤️"));
    expect(await seen(null, id)).toMatchObject({ favourites_count: 0, reblogs_count: 0, emoji_reactions: [] });
  });

  it("on a rebark applies to the original bark", async () => {
    const [author, friend, fan] = [await makePerson(), await makePerson(), await makePerson()];
    const { id } = await bark(author.id);
    const rebark = await acts.rebark(friend.id, id);
    expect(rebark).toMatchObject({ account: { id: friend.id }, reblog: { id, reblogs_count: 1 } });
    expect(await acts.like(fan.id, rebark.id)).toMatchObject({ id, favourited: true, favourites_count: 1 });
    expect((await acts.rebark(fan.id, rebark.id)).reblog?.id).toBe(id);
  });

  it("is rejected when the bark is hidden, deleted, or for followers only", async () => {
    const [author, stranger] = [await makePerson(), await makePerson()];
    const [hidden, gone] = [await bark(author.id, { audience: "private" }), await bark(author.id)];
    await deleteBark(author.id, gone.id);
    for (const id of [hidden.id, gone.id, "1000000000000000001"]) {
      for (const act of [acts.like, acts.bookmark, acts.rebark, acts.unlike]) {
        await expect(act(stranger.id, id)).rejects.toMatchObject({ code: "not_found" });
      }
      await expect(acts.react(stranger.id, id, "🐝")).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await acts.rebark(author.id, hidden.id)).reblog?.id).toBe(hidden.id);
    expect(await seen(stranger.id, hidden.id)).toBeUndefined();
  });

  it("adds an outbox entry only for a new act", async () => {
    const [author, fan] = [await makePerson(), await makePerson()];
    const { id } = await bark(author.id);
    const liked = async () => count("(:Person {id: $fan})-[:LIKES]->(:Bark {id: $id})", { fan: fan.id, id });
    await acts.like(fan.id, id);
    await acts.like(fan.id, id);
    expect(await liked()).toBe(1);
    expect(await outbox(id, "like")).toBeLessThanOrEqual(1);
    await acts.unlike(fan.id, id);
    expect(await liked()).toBe(0);
  });
});

describe("emoji", () => {
  it("are at most eight per person and bark, also when they are sent at once", async () => {
    const [author, fan] = [await makePerson(), await makePerson()];
    const { id } = await bark(author.id);
    const twelve = ["🐝", "🍞", "🌧️", "🦊", "🐙", "🌻", "🍄", "🐌", "🦉", "🐢", "🌵", "🍏"];
    const given = await Promise.allSettled(twelve.map((emoji) => acts.react(fan.id, id, emoji)));
    expect(given.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
    expect((await seen(fan.id, id))?.emoji_reactions).toHaveLength(8);
  });

  it("list the people, and are sorted by when each emoji was first given", async () => {
    const [author, one, two] = [await makePerson(), await makePerson(), await makePerson()];
    const { id } = await bark(author.id);
    await acts.react(one.id, id, "🐝");
    await acts.react(two.id, id, "🍞");
    await acts.react(two.id, id, "🐝");
    const told = await reactionsOf(one.id, id);
    expect(told.map(({ name, count: many, me }) => [name, many, me])).toEqual([
      ["🐝", 2, true],
      ["🍞", 1, false],
    ]);
    expect(told[0]?.accounts.map((account) => account.id)).toEqual([two.id, one.id]);
  });
});

describe("pins", () => {
  it("are one's own barks, at most five", async () => {
    const [author, other] = [await makePerson(), await makePerson()];
    const barks = await Promise.all(Array.from({ length: 7 }, () => bark(author.id)));
    const pinned = await Promise.allSettled(barks.map(({ id }) => acts.pin(author.id, id)));
    expect(pinned.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    await expect(acts.pin(other.id, barks[0]?.id ?? "")).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("quotes", () => {
  it("contain the quoted bark, are counted, and name the quoted version", async () => {
    const [author, friend] = [await makePerson(), await makePerson()];
    const quoted = await bark(author.id, { text: "First words" });
    const quote = await bark(friend.id, { text: "Look", quotes: quoted.id });
    expect(quote.quote).toMatchObject({
      state: "accepted",
      quoted_version: 0,
      newer: false,
      quoted_status: { id: quoted.id, text: "First words", quotes_count: 1 },
    });
    expect((await quotesPage(null, quoted.id, { limit: 20 })).items.map(({ id }) => id)).toEqual([quote.id]);
  });

  it("of a deleted bark say so, and of a followers-only bark are rejected", async () => {
    const author = await makePerson();
    const [quoted, hidden] = [await bark(author.id), await bark(author.id, { audience: "private" })];
    const quote = await bark(author.id, { quotes: quoted.id });
    await deleteBark(author.id, quoted.id);
    expect((await seen(null, quote.id))?.quote).toMatchObject({ state: "deleted", quoted_status: null });
    expect(await createBark(author.id, { text: "No", quotes: hidden.id })).toMatchObject({ reason: "quote_private" });
    expect(await createBark(author.id, { text: "No", quotes: quoted.id })).toMatchObject({ reason: "quote_missing" });
  });
});

describe("lists of reactions", () => {
  it("are paged, latest first, without gap or overlap", async () => {
    const [author, people] = [await makePerson(), await makePeople(7)];
    const barks = await Promise.all(Array.from({ length: 5 }, () => bark(author.id)));
    const [first, reader] = [barks[0]?.id ?? "", people[0]?.id ?? ""];
    for (const { id } of people) {
      await acts.like(id, first);
      await acts.rebark(id, first);
    }
    for (const { id } of barks) await acts.bookmark(reader, id);
    for (const { id } of barks.slice(1)) await acts.like(reader, id);
    const newestFirst = people.map(({ id }) => id).toReversed();
    for (const list of [likersPage, rebarkersPage]) {
      const top = await list(null, first, { limit: 4 });
      const rest = await list(null, first, { limit: 4, maxId: top.edges.at(-1) });
      expect([...top.items, ...rest.items].map(({ id }) => id)).toEqual(newestFirst);
      const up = await list(null, first, { limit: 2, minId: rest.edges[0] });
      expect(up.items.map(({ id }) => id)).toEqual(newestFirst.slice(2, 4));
    }
    const ids = barks.map(({ id }) => id).toReversed();
    expect((await bookmarksPage(reader, { limit: 20 })).items.map(({ id }) => id)).toEqual(ids);
    expect((await likesPage(reader, reader, { limit: 20 })).items.map(({ id }) => id)).toEqual(ids);
  });
});
