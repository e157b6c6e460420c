import { describe, expect, it } from "vitest";
import type { Status } from "@/lib/barks/schema";
import { bestOfWeek, weeklyText } from "@/lib/digest/rules";

const NOW = Date.UTC(2026, 10, 30);
const bare = {
  account: { id: "2", acct: "fern" },
  reblog: null,
  visibility: "public",
  spoiler_text: "",
  sensitive: false,
  content: "<p>Fog &amp; rain</p>",
  created_at: "2026-11-29T00:00:00.000Z",
  favourites_count: 0,
  reblogs_count: 0,
  replies_count: 0,
  url: "https://town.example/@fern/1",
};
const bark = (more: object): Status => ({ ...bare, ...more }) as unknown as Status;
const week = (...barks: Status[]) => bestOfWeek(barks, "1", NOW - 7 * 86_400_000);
const urls = { alertsUrl: "https://town.example/alerts", unsubscribeUrl: "https://town.example/unsubscribe#x" };

describe("the barks of a weekly mail", () => {
  it.each([
    ["of the reader", { account: { id: "1", acct: "me" } }],
    ["a rebark", { reblog: bare }],
    ["for followers", { visibility: "private" }],
    ["for the mentioned", { visibility: "direct" }],
    ["under a note", { spoiler_text: "A note" }],
    ["with sensitive pictures", { sensitive: true }],
    ["without words", { content: "" }],
    ["too old", { created_at: "2026-11-22T23:59:59.000Z" }],
  ])("are none that is %s", (_, more) => expect(week(bark(more))).toEqual([]));

  it("are the five that most people reacted to", () => {
    const barks = [0, 1, 2, 3, 4, 5].map((likes) => bark({ favourites_count: likes, replies_count: likes % 2 }));
    expect(week(...barks).map(({ favourites_count: likes }) => likes)).toEqual([5, 3, 4, 1, 2]);
  });
});

describe("a weekly mail", () => {
  it("has the words of the barks, the alerts, and how it is ended", () => {
    const text = weeklyText({ handle: "maple", barks: [bark({})], alerts: 2, ...urls });
    expect(text).toContain("@fern: Fog & rain\nhttps://town.example/@fern/1");
    expect(text).toContain("You have 2 alerts to read:\nhttps://town.example/alerts");
    expect(text).toMatch(/https:\/\/town\.example\/unsubscribe#x$/);
    expect(weeklyText({ handle: "maple", barks: [], alerts: 1, ...urls })).toContain("one alert");
  });

  it("is not written when there is nothing to tell", () => {
    expect(weeklyText({ handle: "maple", barks: [], alerts: 0, ...urls })).toBeNull();
  });
});
