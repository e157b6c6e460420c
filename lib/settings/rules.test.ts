import { describe, expect, it } from "vitest";
import { entryFaults } from "@/lib/account/rules";
import { blockingDomains, changed, closedText, differences, isDomainAllowed } from "@/lib/settings/rules";
import { SettingsChange, TownSettings } from "@/lib/settings/schema";

const town = (sent: object = {}) => TownSettings.parse(sent);
const NOW = Date.UTC(2026, 10, 30);

describe("a change of the town's settings", () => {
  const change = (sent: object, before = town()) => changed(before, SettingsChange.parse(sent), () => "99", NOW);

  it("gives only what is in it", () => {
    expect(change({ name: "The Mill", reason_length: 0 })).toEqual({ name: "The Mill", reason_length: 0 });
    expect(change({})).toEqual({});
  });

  it("keeps the ids of rules that stay, and gives new ones to others, also when they claim the id of one that is gone", () => {
    const [first] = town().rules;
    const rules = [
      { text: "New", hint: "" },
      { ...first, text: "Be very kind." },
      { id: "77", text: "Old", hint: "" },
    ];
    expect(change({ rules }).rules?.map(({ id }) => id)).toEqual(["99", "1", "99"]);
  });

  it("notes when a page was changed, and not when it is sent as it is", () => {
    expect(change({ terms: " No \r\n\n\n\nmore. " })).toEqual({
      terms: "No \n\nmore.",
      terms_at: "2026-11-30T00:00:00.000Z",
    });
    expect(change({ terms: "As it is" }, town({ terms: "As it is" }))).toEqual({});
  });

  it("dates the privacy page anew that says how long things are kept, but not one that the operators wrote", () => {
    const privacy_at = "2026-11-30T00:00:00.000Z";
    expect(change({ report_days: 90 })).toEqual({ report_days: 90, privacy_at });
    expect(change({ report_days: 90 }, town({ report_days: 90 }))).toEqual({ report_days: 90 });
    expect(change({ report_days: 90 }, town({ privacy: "We keep little." }))).toEqual({ report_days: 90 });
  });

  it("keeps words without blanks, each once", () => {
    const blocked_words = [" snail  oil ", "", "Jam", "jam", "  ", "snail oil"];
    expect(change({ blocked_words })).toEqual({ blocked_words: ["snail oil", "Jam"] });
  });

  it("keeps domains once each, and when each was blocked, which cannot be sent", () => {
    const blocked_domains_at = { "a.example": "2026-11-01T00:00:00.000Z", "b.example": "2026-11-02T00:00:00.000Z" };
    const before = town({ blocked_domains: ["old.example", "a.example", "b.example"], blocked_domains_at });
    const blocked_domains = ["old.example", "c.example", "b.example", "c.example"];
    expect(change({ blocked_domains, blocked_domains_at: { "old.example": new Date(NOW) } }, before)).toEqual({
      blocked_domains: ["old.example", "c.example", "b.example"],
      blocked_domains_at: { "b.example": "2026-11-02T00:00:00.000Z", "c.example": "2026-11-30T00:00:00.000Z" },
    });
    expect(change({ blocked_domains: [] }, before)).toEqual({ blocked_domains: [], blocked_domains_at: {} });
    expect(change({ allowed_domains: ["a.example", "a.example"] })).toEqual({ allowed_domains: ["a.example"] });
  });

  it.each([
    { blocked_words: ["a".repeat(101)] },
    { held_words: Array.from({ length: 501 }, (_, index) => `word ${index}`) },
    { languages: [] },
    { languages: ["English"] },
    { registrations: "sometimes" },
    { allowed_domains: ["nodot"] },
    { contact_email: "nobody" },
    { rules: [{ text: " ", hint: "" }] },
    { reason_length: 501 },
    { deletion_days: 0 },
    { deletion_days: null },
    { unused_days: 6 },
    { report_days: 29 },
    { measure_days: 1.5 },
  ])("is refused with %o", (sent) => expect(SettingsChange.safeParse(sent).success).toBe(false));
});

describe("what the staff log says of a change", () => {
  const said = (before: object, after: object) => differences(town(before), town(after)).split("\n");

  it("is each old and new value, of a page only how long it is", () => {
    const after = { name: "Mill", registrations: "closed", about: "Flour", about_at: "2026-11-30T00:00:00.000Z" };
    expect(said({ name: "The Mill" }, after)).toEqual([
      "name: “The Mill” → “Mill”",
      "registrations: “open” → “closed”",
      "about: 0 characters → 5 characters",
    ]);
  });

  it("is what came to a list and what went", () => {
    expect(
      said({ blocked_domains: ["a.example", "b.example"] }, { blocked_domains: ["b.example", "c.example"] }),
    ).toEqual(["blocked domains: + “c.example”, − “a.example”"]);
    const blocked = { blocked_domains: ["a.example"] };
    expect(said(blocked, { ...blocked, blocked_domains_at: { "a.example": "2026-11-30T00:00:00.000Z" } })).toEqual([
      "",
    ]);
    const [first, ...rest] = town().rules;
    expect(said({}, { rules: [...rest, first] })).toEqual(["rules: explained or ordered differently"]);
    const many = Array.from({ length: 13 }, (_, index) => `n${index}.example`);
    expect(said({}, { allowed_domains: many })[0]).toMatch(/“n9.example”, and 3 more$/);
  });

  it("is nothing when nothing differs, and short when values are long", () => {
    expect(differences(town(), town())).toBe("");
    expect(said({}, { description: "x".repeat(300) })).toEqual([`description: “” → “${"x".repeat(80)}…”`]);
  });
});

describe("the domain of an address", () => {
  const lists = { allowed_domains: ["mill.example"], blocked_domains: ["bad.mill.example"] };

  it.each([
    ["mill.example", true],
    ["post.mill.example", true],
    ["bad.mill.example", false],
    ["very.bad.mill.example", false],
    ["notmill.example", false],
    ["example", false],
  ])("%s is taken: %s", (domain, taken) => expect(isDomainAllowed(lists, domain)).toBe(taken));

  it("is always taken where no list says anything", () => {
    expect(isDomainAllowed({ allowed_domains: [], blocked_domains: [] }, "town.example")).toBe(true);
  });
});

it("the domains that block an address are those that it lies in", () => {
  const blocked_domains = ["mill.example", "post.mill.example", "other.example"];
  expect(blockingDomains({ blocked_domains }, "a.post.mill.example")).toEqual(["mill.example", "post.mill.example"]);
  expect(blockingDomains({ blocked_domains }, "notmill.example")).toEqual([]);
});

describe("coming in", () => {
  const form = { username: "fern", email: "fern@post.MILL.example", password: "x", agreement: true, locale: "en" };

  it("is not for addresses of blocked domains, in whatever letters", () => {
    expect(entryFaults(form, town({ blocked_domains: ["mill.example"] }), false)).toMatchObject({
      email: [{ error: "ERR_BLOCKED" }],
    });
    expect(entryFaults(form, town({ allowed_domains: ["mill.example"] }), false)).toEqual({});
  });

  it("by request needs a reason as long as the town wants, but not with an invitation", () => {
    const settings = town({ registrations: "request", reason_length: 5 });
    expect(entryFaults(form, settings, false)).toMatchObject({ reason: [{ error: "ERR_BLANK" }] });
    expect(entryFaults({ ...form, reason: "Hi" }, settings, false)).toMatchObject({
      reason: [{ error: "ERR_TOO_SHORT" }],
    });
    expect(entryFaults({ ...form, reason: "Clocks" }, settings, false)).toEqual({});
    expect(entryFaults(form, settings, true)).toEqual({});
    expect(entryFaults(form, town(), false)).toEqual({});
  });

  it("is refused in the words of the operators, else in Barker's", () => {
    expect(closedText(town())).toBeNull();
    expect(closedText(town({ registrations: "request" }))).toBeNull();
    expect(closedText(town({ registrations: "invitation" }))).toContain("invitation");
    expect(closedText(town({ registrations: "closed", closed_message: "Back in May." }))).toBe("Back in May.");
  });
});
