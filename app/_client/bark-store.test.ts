import { describe, expect, it } from "vitest";
import {
  subscribeBark,
  isDeleted,
  olderThan,
  setOptimistic,
  currentStatus,
  ingest,
  ingestCached,
  mergeStatus,
  withCounts,
  withLike,
  withReaction,
  withRebark,
} from "@/app/_client/bark-store";
import { emit } from "@/app/_client/events";
import type { Status } from "@/lib/barks/schema";

const bark = (id: string, more: Partial<Status> = {}) =>
  ({
    id,
    text: "Seed swap",
    favourited: false,
    favourites_count: 3,
    reblogged: false,
    reblogs_count: 0,
    replies_count: 0,
    quotes_count: 0,
    emoji_reactions: [{ name: "🌱", count: 2, me: true }],
    reblog: null,
    ...more,
  }) as Status;

describe("the card of a bark", () => {
  const card = { url: "https://millpond.test/lamps" } as Status["card"];

  it("that comes while the bark is on screen is shown when it is shown again", () => {
    ingest(bark("with-card", { card: null, version: 0 }));
    const leave = subscribeBark("with-card", () => undefined);
    emit({ type: "edited", status: bark("with-card", { card, version: 0 }) });
    expect(currentStatus("with-card")?.card).toBeNull();
    setOptimistic("with-card", "like", (status) => withLike(status, true));
    emit({ type: "edited", status: bark("with-card", { card: null, version: 0, replies_count: 7 }) });
    expect(currentStatus("with-card")).toMatchObject({ card: null, replies_count: 7 });
    leave();
    expect(currentStatus("with-card")).toMatchObject({ card, replies_count: 7, favourited: true });
  });

  it("is shown at once where nobody looks, with an edit, and not taken back by an event from before", () => {
    ingest(bark("card-later", { card: null, version: 0 }));
    emit({ type: "edited", status: bark("card-later", { card, version: 0 }) });
    expect(currentStatus("card-later")?.card).toEqual(card);
    emit({ type: "arrived", status: bark("card-later", { card: null, version: 0 }) });
    expect(currentStatus("card-later")?.card).toEqual(card);
    const leave = subscribeBark("card-later", () => undefined);
    emit({ type: "edited", status: bark("card-later", { card: null, version: 1 }) });
    expect(currentStatus("card-later")?.card).toBeNull();
    leave();
  });
});

describe("a bark with the viewer's own changes", () => {
  it("counts a like once, however often it is liked", () => {
    expect(withLike(withLike(bark("1"), true), true).favourites_count).toBe(4);
    expect(withLike(withLike(bark("1"), true), false).favourites_count).toBe(3);
    expect(withRebark(bark("1"), false).reblogs_count).toBe(0);
  });

  it("adds a reaction, counts it once, and removes an emoji that nobody gives any more", () => {
    const twice = withReaction(withReaction(bark("1"), "☀️", true), "☀️", true);
    expect(twice.emoji_reactions).toContainEqual({ name: "☀️", count: 1, me: true });
    expect(withReaction(twice, "☀️", false).emoji_reactions).toEqual(bark("1").emoji_reactions);
    expect(withReaction(bark("1"), "🔥", false)).toEqual(bark("1"));
  });

  it("keeps the viewer's own flags when an event without them arrives", () => {
    const known = bark("1", { favourited: true, bookmarked: true });
    const told = bark("1", { text: "Seed swap on Saturday", emoji_reactions: [{ name: "🌱", count: 5, me: false }] });
    expect(mergeStatus(known, told)).toMatchObject({
      text: "Seed swap on Saturday",
      favourited: true,
      bookmarked: true,
      emoji_reactions: [{ name: "🌱", count: 5, me: true }],
    });
    expect(withCounts(known, { ...told, favourites_count: 9 })).toMatchObject({
      favourites_count: 9,
      text: known.text,
    });
  });
});

describe("the barks of a page", () => {
  it("are one object each, wherever they are shown", () => {
    let heard = 0;
    const leave = subscribeBark("10", () => heard++);
    ingest(bark("10"));
    setOptimistic("10", "like", (status) => withLike(status, true));
    expect(currentStatus("10")).toMatchObject({ favourited: true, favourites_count: 4 });
    emit({ type: "counts", counts: { ...bark("10"), favourites_count: 7 } });
    expect(currentStatus("10")?.favourites_count).toBe(8);
    setOptimistic("10", "like", null);
    expect(currentStatus("10")).toMatchObject({ favourited: false, favourites_count: 7 });
    expect(heard).toBe(4);
    leave();
  });

  it("include the original of a rebark, each answer once", () => {
    const first = bark("20", { favourites_count: 1 });
    ingest(bark("21", { reblog: first as Status["reblog"] }));
    ingest(bark("20", { favourites_count: 2 }));
    ingest(first);
    expect(currentStatus("20")?.favourites_count).toBe(2);
    expect(currentStatus("21")).toBeUndefined();
  });

  it("prefer newer data to that of the offline cache", () => {
    ingestCached(bark("30", { favourites_count: 1 }));
    expect(currentStatus("30")?.favourites_count).toBe(1);
    ingest(bark("30", { favourites_count: 2 }));
    ingestCached(bark("30", { favourites_count: 1 }));
    expect(currentStatus("30")?.favourites_count).toBe(2);
  });

  it("know which of them have not been updated for long", () => {
    ingestCached(bark("31"));
    ingest(bark("32"));
    expect(olderThan(["31", "32", "33"], 1_000)).toEqual(["31", "33"]);
  });

  it("know which were deleted and which were restored", () => {
    emit({ type: "gone", id: "40" });
    expect(isDeleted("40")).toBe(true);
    emit({ type: "back", status: bark("40") });
    expect(isDeleted("40")).toBe(false);
  });
});
