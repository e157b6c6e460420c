import { describe, expect, it } from "vitest";
import { audienceFor, mentionsFor, whoIsNotified } from "@/app/_features/compose/prefill";
import type { Status } from "@/lib/barks/schema";

// The code uses only these fields.
const bark = (more: object) => ({ visibility: "public", mentions: [], ...more }) as unknown as Status;
const by = (acct: string, ...mentioned: string[]) =>
  bark({ account: { acct }, mentions: mentioned.map((other) => ({ acct: other })) });

describe("the initial text of a reply", () => {
  it("mentions its author and those mentioned there, each once and never the writer", () => {
    expect(mentionsFor(by("fern"), "maple")).toBe("@fern ");
    expect(mentionsFor(by("fern", "otter", "Maple", "FERN", "otter"), "maple")).toBe("@fern @otter ");
  });

  it("is empty when people answer only themselves", () => {
    expect(mentionsFor(by("maple"), "maple")).toBe("");
    expect(mentionsFor(by("maple", "otter"), "maple")).toBe("@otter ");
  });
});

describe("the audience of a reply", () => {
  it("is never wider than that of its parent", () => {
    expect(audienceFor("public", bark({ visibility: "unlisted" }))).toBe("unlisted");
    expect(audienceFor("public", bark({ visibility: "private" }))).toBe("private");
    expect(audienceFor("unlisted", bark({ visibility: "direct" }))).toBe("private");
  });

  it("is the writer's default where that is narrower, and for new barks", () => {
    expect(audienceFor("private", bark({ visibility: "public" }))).toBe("private");
    expect(audienceFor("unlisted", bark({ visibility: "public" }))).toBe("unlisted");
    expect(audienceFor("public", null)).toBe("public");
  });
});

describe("the people notified of an edit", () => {
  const counts = { favourites_count: 0, reblogs_count: 0, quotes_count: 0, replies_count: 0 };

  it("are those who interacted with the bark", () => {
    expect(whoIsNotified(bark({ ...counts, favourites_count: 3 }))).toContain("Those who liked it are told");
    expect(whoIsNotified(bark({ ...counts, favourites_count: 1, quotes_count: 1, replies_count: 2 }))).toContain(
      "Those who liked, quoted, or answered it are told",
    );
  });

  it("are nobody when nobody did", () => {
    expect(whoIsNotified(bark(counts))).not.toContain("told");
  });
});
