import { describe, expect, it } from "vitest";
import type { StatusWithoutViewer, Status } from "@/lib/barks/schema";
import { applyFilters, markFiltered, wordChanges } from "@/lib/filters/rules";
import type { FilterRow } from "@/lib/filters/schema";

const viewerId = "1";
const bare = { account: { id: "2" }, spoiler_text: "", media_attachments: [], filtered: [], quote: null, reblog: null };
const status = (more: object): Status => ({ ...bare, id: "10", text: "Rain again", ...more }) as unknown as Status;
const filter = (more: Partial<FilterRow> = {}): FilterRow => ({
  id: "5",
  title: "Weather",
  contexts: ["home"],
  action: "warn",
  expiresAt: null,
  words: [{ id: "6", word: "rain", whole: true }],
  barks: [],
  ...more,
});
const home = { context: "home", viewerId } as const;
const met = (one: Status | undefined) => one?.filtered.map(({ filter: { title } }) => title);

describe("filters", () => {
  it("mark the barks that match with the words that matched, and leave the others alone", () => {
    const [marked, other] = applyFilters([status({}), status({ id: "11", text: "Sun" })], [filter()], home);
    expect(marked?.filtered).toEqual([
      {
        filter: { id: "5", title: "Weather", context: ["home"], expires_at: null, filter_action: "warn" },
        keyword_matches: ["rain"],
        status_matches: null,
      },
    ]);
    expect(met(other)).toEqual([]);
  });

  it("with the action hide remove barks from lists, but not a bark that was requested by id", () => {
    const hiding = [filter({ action: "hide" })];
    expect(applyFilters([status({}), status({ text: "Sun" })], hiding, home)).toHaveLength(1);
    expect(met(markFiltered(status({}), hiding, home))).toEqual(["Weather"]);
  });

  it("apply only in their contexts, and until they expire", () => {
    expect(met(applyFilters([status({})], [filter()], { ...home, context: "public" })[0])).toEqual([]);
    const ending = [filter({ expiresAt: 1_000 })];
    expect(met(applyFilters([status({})], ending, { ...home, now: 999 })[0])).toEqual(["Weather"]);
    expect(met(applyFilters([status({})], ending, { ...home, now: 1_000 })[0])).toEqual([]);
  });

  it("match content notes and picture descriptions, and barks by id", () => {
    expect(met(applyFilters([status({ text: "", spoiler_text: "RAIN" })], [filter()], home)[0])).toEqual(["Weather"]);
    const picture = { text: "", media_attachments: [{ description: "Rain on glass" }, { description: null }] };
    expect(met(applyFilters([status(picture)], [filter()], home)[0])).toEqual(["Weather"]);
    const caught = filter({ words: [], barks: [{ id: "7", barkId: "10" }] });
    expect(applyFilters([status({})], [caught], home)[0]?.filtered[0]).toMatchObject({
      keyword_matches: null,
      status_matches: ["10"],
    });
  });

  it("do not apply to one's own barks", () => {
    expect(met(applyFilters([status({ account: { id: viewerId } })], [filter({ action: "hide" })], home)[0])).toEqual(
      [],
    );
  });

  it("match inside rebarks, and mark a quoted bark without the quoting one", () => {
    const rebark = status({ id: "12", text: null, reblog: status({}) });
    const [marked] = applyFilters([rebark], [filter()], home);
    expect([met(marked), marked?.reblog?.filtered.length]).toEqual([["Weather"], 1]);
    const quote = { state: "accepted", quoted_status: status({}) } as unknown as StatusWithoutViewer["quote"];
    const [quoting] = applyFilters([status({ id: "13", text: "Look", quote })], [filter({ action: "hide" })], home);
    expect([met(quoting), quoting?.quote?.quoted_status?.filtered.length]).toEqual([[], 1]);
  });
});

describe("changes of a filter's words", () => {
  const words = filter().words;

  it("replace words with a known id, add those without one, and remove those marked for removal", () => {
    const sent = [
      { id: "6", whole_word: false, _destroy: false },
      { keyword: "hail", _destroy: false },
      { id: "6", _destroy: true },
      { id: "99", keyword: "stolen", _destroy: false },
      { keyword: "gone", _destroy: true },
    ];
    expect(wordChanges(words, sent)).toEqual({
      change: [{ id: "6", word: "rain", whole: false }],
      add: [
        { word: "hail", whole: true },
        { word: "stolen", whole: true },
      ],
      drop: ["6"],
    });
  });
});
