import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Status } from "@/lib/barks/schema";
import { MAX_ID } from "@/lib/ids";
import type { BlockRelation, Follower } from "@/lib/people/schema";
import {
  timelineDrift,
  liveVisibility,
  encodeBounds,
  decodeEntry,
  encodeEntry,
  withoutQuote,
} from "@/lib/timelines/rules";

const bark = (author: string, more: object = {}): Status =>
  ({
    id: "100",
    account: { id: author },
    in_reply_to_account_id: null,
    mentions: [],
    language: "en",
    quote: null,
    reblog: null,
    ...more,
  }) as unknown as Status;
const quoting = { quote: { state: "accepted", quoted_status: { account: { id: "quoted" } } } };
const ALL = { replies: "all", rebarks: true } as const;
const follower = (more: Partial<Follower> = {}): Follower => ({
  id: "me",
  rebarks: true,
  languages: [],
  elsewhere: false,
  home: ALL,
  followsAnswered: false,
  ...more,
});
const blockRelation = (person: string, how: BlockRelation["how"]): BlockRelation => ({ other: "me", person, how });

describe("a live event for a follower", () => {
  it("shows nothing to those who read the author on an exclusive list", () => {
    expect(liveVisibility(bark("fern"), follower({ elsewhere: true }), [])).toBe("none");
  });

  it("shows what a page of Home would show", () => {
    expect(liveVisibility(bark("fern"), follower(), [])).toBe("full");
    expect(liveVisibility(bark("me"), follower(), [])).toBe("full");
  });

  it("shows the replies and rebarks that they chose for their Home", () => {
    const to = (person: string) => bark("fern", { in_reply_to_id: "90", in_reply_to_account_id: person });
    const seen = (status: Status, home: Follower["home"], followsAnswered = false) =>
      liveVisibility(status, follower({ home, followsAnswered }), []) === "full";
    const [none, followed] = [{ ...ALL, replies: "none" } as const, { ...ALL, replies: "followed" } as const];
    expect(seen(to("otter"), ALL)).toBe(true);
    expect(seen(to("otter"), none, true)).toBe(false);
    expect([seen(to("otter"), followed), seen(to("otter"), followed, true)]).toEqual([false, true]);
    for (const home of [none, followed]) {
      expect([
        seen(to("me"), home),
        seen(to("fern"), home),
        seen(bark("fern", { in_reply_to_id: null }), home),
      ]).toEqual([true, true, true]);
    }
    expect(seen(bark("fern", { reblog: bark("otter") }), { ...ALL, rebarks: false })).toBe(false);
  });

  it("shows nothing that involves somebody muted or blocked, also through rebarks and mentions", () => {
    for (const how of ["muting", "blocking", "blockedBy"] as const) {
      expect(liveVisibility(bark("fern"), follower(), [blockRelation("fern", how)])).toBe("none");
      const passedOn = bark("fern", { reblog: bark("otter") });
      expect(liveVisibility(passedOn, follower(), [blockRelation("otter", how)])).toBe("none");
    }
    for (const how of ["muting", "blocking"] as const) {
      const answered = bark("fern", { in_reply_to_account_id: "otter" });
      expect(liveVisibility(answered, follower(), [blockRelation("otter", how)])).toBe("none");
      expect(
        liveVisibility(bark("fern", { mentions: [{ id: "otter" }] }), follower(), [blockRelation("otter", how)]),
      ).toBe("none");
    }
  });

  it("shows no rebarks where these are turned off, and only the chosen languages", () => {
    const passedOn = bark("fern", { language: null, reblog: bark("otter", { language: "de" }) });
    expect(liveVisibility(passedOn, follower({ rebarks: false }), [])).toBe("none");
    expect(liveVisibility(bark("fern"), follower({ rebarks: false }), [])).toBe("full");
    expect(liveVisibility(passedOn, follower({ languages: ["en"] }), [])).toBe("none");
    expect(liveVisibility(passedOn, follower({ languages: ["de"] }), [])).toBe("full");
    expect(liveVisibility(bark("fern", { language: null }), follower({ languages: ["de"] }), [])).toBe("full");
  });

  it("shows a bark without its quote when the quoted author is muted or blocked in either direction", () => {
    for (const how of ["muting", "blocking", "blockedBy"] as const) {
      expect(liveVisibility(bark("fern", quoting), follower(), [blockRelation("quoted", how)])).toBe("withoutQuote");
      const passedOn = bark("fern", { reblog: bark("otter", quoting) });
      expect(liveVisibility(passedOn, follower(), [blockRelation("quoted", how)])).toBe("withoutQuote");
    }
  });
});

describe("a bark without its quote", () => {
  it("says that there was a quote and nothing about it, also inside a rebark", () => {
    const bare = { state: "unauthorized", quoted_status: null };
    expect(withoutQuote(bark("fern", quoting)).quote).toEqual(bare);
    expect(withoutQuote(bark("fern", { reblog: bark("otter", quoting) })).reblog?.quote).toEqual(bare);
    expect(withoutQuote(bark("fern")).quote).toBeNull();
  });
});

describe("the comparison of a timeline with the graph", () => {
  const ids = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => String(from - at).padStart(19, "1"));
  const plain = (id: string) => ({ id, of: null });
  const before = MAX_ID;

  it("reports missing and surplus entries", () => {
    const truth = ids(900, 50).map(plain);
    const cached = truth.filter((_, at) => at !== 7).concat(plain(ids(500, 1)[0] ?? ""));
    expect(timelineDrift(cached, truth, 100, before)).toEqual({ missing: [truth[7]], surplus: [] });
    expect(timelineDrift([plain(ids(950, 1)[0] ?? ""), ...truth], truth, 100, before).surplus).toHaveLength(1);
    expect(timelineDrift(cached, truth, 100, truth[20]?.id ?? "").missing).toEqual([]);
  });

  it("ignores rebarks that were dropped because of an entry below, also one below the part that was read", () => {
    const there = ids(900, 100).map(plain);
    const rebark = (at: number, of: string) => ({ id: `${there[at]?.id.slice(0, -3)}${900 - at}`, of });
    const truthWith = (entry: { id: string; of: string }) => there.map((one) => (one.id === entry.id ? entry : one));
    const keptWithout = (entry: { id: string; of: string }) => there.filter(({ id }) => id !== entry.id);
    const [high, low] = [rebark(5, "1".repeat(19)), rebark(95, "1".repeat(19))];
    expect(timelineDrift(keptWithout(high), truthWith(high), 100, before).missing).toEqual([high]);
    expect(timelineDrift(keptWithout(low), truthWith(low), 100, before).missing).toEqual([]);
    expect(timelineDrift(keptWithout(low), truthWith(low), 101, before).missing).toEqual([low]);
    const known = rebark(5, there[30]?.id ?? "");
    expect(timelineDrift(keptWithout(known), truthWith(known), 100, before).missing).toEqual([]);
  });
});

describe("an entry of a timeline", () => {
  it("decodes to what was encoded", () => {
    for (const entry of [
      { id: "1234567890123456789", of: null },
      { id: "1234567890123456789", of: "1234567890123456780" },
    ]) {
      expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
    }
  });

  it("sorts newest first", () => {
    const id = fc.bigInt({ min: 10n ** 18n, max: 9n * 10n ** 18n }).map(String);
    const entry = fc.record({ id, of: fc.option(id) });
    fc.assert(
      fc.property(entry, entry, (one, other) => {
        fc.pre(one.id !== other.id);
        expect(encodeEntry(one) < encodeEntry(other)).toBe(one.id > other.id);
      }),
    );
  });

  it("lies within exclusive bounds exactly when it is older than max and newer than min", () => {
    const id = fc.bigInt({ min: 10n ** 18n, max: 10n ** 18n + 50n }).map(String);
    fc.assert(
      fc.property(id, id, fc.record({ id, of: fc.option(id) }), (max, min, entry) => {
        const { newest, oldest } = encodeBounds({ max, min });
        const member = encodeEntry(entry);
        expect([newest[0], oldest[0]]).toEqual(["(", "("]);
        expect(member > newest.slice(1) && member < oldest.slice(1)).toBe(entry.id < max && entry.id > min);
      }),
    );
  });
});
