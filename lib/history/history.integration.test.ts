import { afterAll, describe, expect, it } from "vitest";
import { readStatuses } from "@/lib/barks/reads";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { historyOf, sourceOf } from "@/lib/history/reads";
import { editBark } from "@/lib/history/writes";
import { driver } from "@/lib/neo4j";
import { like, react } from "@/lib/reactions/writes";
import { makePeople, makePerson } from "@/testing/people";

afterAll(() => driver().close());

async function bark(authorId: string, text = "One", quotes?: string) {
  const created = await createBark(authorId, { text, quotes });
  if (!created.ok) throw new Error(created.reason);
  return created.status;
}

const edit = (authorId: string, id: string, text: string) =>
  editBark(authorId, id, { text, spoiler: "", sensitive: false });

describe("an edit", () => {
  it("is visible at once with its time, and every version is kept", async () => {
    const author = await makePerson();
    const { id } = await bark(author.id);
    expect(await edit(author.id, id, "Two #rain")).toMatchObject({
      ok: true,
      status: { text: "Two #rain", version: 1, edited_at: expect.any(String), tags: [{ name: "rain" }] },
    });
    await editBark(author.id, id, { text: "Three", spoiler: "Weather", sensitive: true, language: "en" });
    const history = await historyOf(null, id);
    expect(history.map(({ version, text, spoiler_text }) => [version, text, spoiler_text])).toEqual([
      [0, "One", ""],
      [1, "Two #rain", ""],
      [2, "Three", "Weather"],
    ]);
    expect(history.map(({ created_at }) => created_at)).toEqual(history.map(({ created_at }) => created_at).toSorted());
    expect((await readStatuses(null, [id]))[0]).toMatchObject({ text: "Three", sensitive: true, tags: [], version: 2 });
    expect(await sourceOf(author.id, id)).toEqual({ id, text: "Three", spoiler_text: "Weather" });
  });

  it("that changes nothing creates no version", async () => {
    const author = await makePerson();
    const { id } = await bark(author.id);
    expect(await edit(author.id, id, " One ")).toMatchObject({ ok: true, status: { version: 0, edited_at: null } });
    expect(await historyOf(null, id)).toHaveLength(1);
  });

  it("is open to the author only, needs an existing bark, and follows the rules for texts", async () => {
    const [author, other] = [await makePerson(), await makePerson()];
    const [{ id }, gone] = [await bark(author.id), await bark(author.id)];
    await deleteBark(author.id, gone.id);
    expect(await edit(other.id, id, "Mine")).toEqual({ ok: false, reason: "not_yours" });
    expect(await edit(author.id, gone.id, "Back")).toEqual({ ok: false, reason: "gone" });
    expect(await edit(author.id, id, " ")).toMatchObject({ ok: false, fault: { error: "ERR_BLANK" } });
    expect(await edit(author.id, id, "x".repeat(241))).toMatchObject({ ok: false, fault: { error: "ERR_TOO_LONG" } });
    await expect(sourceOf(other.id, id)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("does not lose or mix versions when twenty are made at once", async () => {
    const author = await makePerson();
    const { id } = await bark(author.id, "Version 0");
    const texts = Array.from({ length: 20 }, (_, index) => `Version ${index + 1} #t${index + 1}`);
    for (const result of await Promise.all(texts.map((text) => edit(author.id, id, text))))
      expect(result.ok).toBe(true);
    const history = await historyOf(null, id);
    expect(history.map(({ version }) => version)).toEqual(Array.from({ length: 21 }, (_, index) => index));
    expect(history.map(({ text }) => text).toSorted()).toEqual(["Version 0", ...texts].toSorted());
    const [now] = await readStatuses(null, [id]);
    expect(now?.tags.map(({ name }) => `#${name}`)).toEqual([now?.text?.split(" ").at(-1)]);
  });
});

describe("what a version received", () => {
  it("stays with that version: likes, emoji and quotes", async () => {
    const author = await makePerson();
    const [early, late] = await makePeople(2);
    if (!early || !late) throw new Error("nobody");
    const { id } = await bark(author.id);
    await like(early.id, id);
    await react(early.id, id, "🐝");
    const quote = await bark(early.id, "See", id);
    await edit(author.id, id, "Two");
    await like(late.id, id);
    const history = await historyOf(null, id);
    expect(history.map((version) => [version.favourites_count, version.quotes_count])).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect(history.map(({ emoji_reactions }) => emoji_reactions)).toEqual([[{ name: "🐝", count: 1 }], []]);
    const [seen] = await readStatuses(early.id, [quote.id]);
    expect(seen?.quote).toMatchObject({
      quoted_version: 0,
      newer: true,
      quoted_status: { text: "One", content: "<p>One</p>", version: 0, favourites_count: 2 },
    });
    expect((await readStatuses(early.id, [id]))[0]).toMatchObject({
      favourited: true,
      favourited_version: 0,
      version: 1,
    });
  });
});
