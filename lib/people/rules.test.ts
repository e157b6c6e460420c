import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { handleFault, handleKey, isShown, lookKey, NO_RELATIONSHIP } from "@/lib/people/rules";

const handle = fc.stringMatching(/^[A-Za-z0-9_]{1,30}$/);

describe("handleKey", () => {
  it("ignores case", () => {
    fc.assert(
      fc.property(handle, (name) => {
        expect(handleKey(name.toUpperCase())).toBe(handleKey(name.toLowerCase()));
      }),
    );
  });

  it("distinguishes handles that differ in more than case", () => {
    fc.assert(
      fc.property(handle, handle, (a, b) => {
        expect(handleKey(a) === handleKey(b)).toBe(a.toLowerCase() === b.toLowerCase());
      }),
    );
    expect(handleKey("007")).not.toBe(handleKey("7"));
    expect(handleKey("maple_")).not.toBe(handleKey("maple"));
  });
});

describe("lookKey", () => {
  it.each([
    ["maple", "mapIe"],
    ["maple", "map1e"],
    ["maple", "maple_"],
    ["maple", "_ma__ple"],
    ["maple", "MAPLE"],
    ["corn", "c0rn"],
    ["modern", "modem"],
    ["willow", "vviIIow"],
  ])("is the same for %s and %s", (a, b) => expect(lookKey(b)).toBe(lookKey(a)));

  it.each([
    ["maple", "mapie"],
    ["all", "ali"],
    ["maple", "maples"],
    ["maple7", "maple8"],
  ])("differs for %s and %s", (a, b) => expect(lookKey(b)).not.toBe(lookKey(a)));
});

describe("a handle that could impersonate the operators", () => {
  it.each(
    "admin ADMIN adm1n Adrnin the_admin admin_team admin7 administrator m0derator moderators mod_team support_team supportteam SUPP0RT security_ help_desk helpdesk1 official_barker barker_ Barker1 barkerteam staff real_staff 5ecurity".split(
      " ",
    ),
  )("is reserved: %s", (name) => expect(handleFault(name)).toBe("ERR_RESERVED"));

  it.each(
    "modern supporter helper staffordshire adminton owners_club parker tom_barker teamster rooted mall apple security_guard seasick tagsy".split(
      " ",
    ),
  )("is not %s", (name) => expect(handleFault(name)).toBeNull());
});

describe("handleFault", () => {
  it("accepts every handle of 1 to 30 letters, digits and underscores, except reserved words", () => {
    fc.assert(
      fc.property(handle, (name) => {
        expect([null, "ERR_RESERVED"]).toContain(handleFault(name));
      }),
    );
    expect(["a", "7", "007", "_", "Maple_Tree_2026", "x".repeat(30)].map(handleFault)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("rejects any other character", () => {
    const other = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 1 })
      .filter((character) => !/^[A-Za-z0-9_]$/.test(character));
    fc.assert(
      fc.property(
        fc.stringMatching(/^\w{0,14}$/),
        other,
        fc.stringMatching(/^\w{0,14}$/),
        (before, character, after) => {
          expect(handleFault(before + character + after)).not.toBeNull();
        },
      ),
    );
  });

  it.each([
    ["Cyrillic а and е", "m\u0430pl\u0435"],
    ["Greek omicron", "b\u03bfb"],
    ["full-width letters", "ｍａｐｌｅ"],
    ["a dotless i", "ma\u0131n"],
    ["the Kelvin sign", "\u212Aate"],
    ["a zero-width joiner", "ma\u200dple"],
    ["a right-to-left mark", "maple\u200f"],
    ["an accent", "maplé"],
    ["Arabic digits", "٠٠٧"],
    ["a line end", "maple\n"],
    ["a dot", "ma.ple"],
    ["a space", "ma ple"],
  ])("rejects look-alikes: %s", (_what, name) => {
    expect(handleFault(name)).toBe("ERR_INVALID");
  });

  it.each(["admin", "Admin", "API", "barker", "home", "settings", "Me", "support", "null", "undefined"])(
    "keeps %s for the house",
    (name) => {
      expect(handleFault(name)).toBe("ERR_RESERVED");
    },
  );

  it("reports a handle that is empty or too long", () => {
    expect(handleFault("")).toBe("ERR_BLANK");
    expect(handleFault("x".repeat(31))).toBe("ERR_TOO_LONG");
  });
});

describe("the visibility of people in lists", () => {
  const kinds = ["own", "named", "sought", "offered"] as const;
  const shownIn = (relationship: Partial<typeof NO_RELATIONSHIP>) =>
    kinds.filter((kind) => isShown({ ...NO_RELATIONSHIP, ...relationship }, kind, false));

  it("includes everybody without a mute or block", () => {
    expect(shownIn({})).toEqual(kinds);
    expect(kinds.filter((kind) => isShown(undefined, kind, false))).toEqual(kinds);
  });

  it("includes blocked people only in one's own lists and when looked up by name", () => {
    expect(shownIn({ blocking: true })).toEqual(["own", "named"]);
    expect(shownIn({ blockedBy: true })).toEqual(["own"]);
    expect(shownIn({ blocking: true, blockedBy: true })).toEqual(["own"]);
  });

  it("includes limited people only for their followers, and in lists that show who is in them", () => {
    const shownTo = (relationship: Parameters<typeof isShown>[0]) =>
      kinds.filter((kind) => isShown(relationship, kind, true));
    expect(shownTo(undefined)).toEqual(["own", "sought"]);
    expect(shownTo(NO_RELATIONSHIP)).toEqual(["own", "sought"]);
    expect(shownTo({ ...NO_RELATIONSHIP, following: true })).toEqual(kinds);
  });

  it("excludes muted people from lists that the viewer did not ask for", () => {
    expect(shownIn({ muting: true })).toEqual(["own", "named", "sought"]);
  });
});
