import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idAt, idTime } from "@/lib/ids";
import { decodeAlert, encodeAlert } from "@/lib/notifications/members";
import {
  dedupeByPriority,
  groupBounds,
  groupKeyOf,
  DEFAULT_PREFS,
  filtersAnything,
  type Sender,
  toldEdits,
  decideAlert,
} from "@/lib/notifications/rules";
import { type Alert, ALERT_KINDS } from "@/lib/notifications/schema";
import { NO_RELATIONSHIP } from "@/lib/people/rules";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 12);

const id = fc.bigInt({ min: 10n ** 18n, max: 9n * 10n ** 18n }).map(String);
const emoji = fc.constantFrom("🐸", "👩‍👩‍👧‍👦", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿");
const alert = fc
  .record({ id, kind: fc.constantFrom(...ALERT_KINDS), actorId: id, other: id, emoji })
  // Ids are unique.
  .filter(({ id: own, other }) => own !== other)
  .map(({ kind, other, emoji: given, ...rest }): Alert => ({
    ...rest,
    kind,
    barkId: ["follow", "ask"].includes(kind) ? null : ["mention", "quote", "bark"].includes(kind) ? rest.id : other,
    emoji: kind === "reaction" ? given : null,
  }));

const stranger: Sender = {
  relationship: NO_RELATIONSHIP,
  joinedAt: NOW - HOUR,
  isLimited: false,
  followerSince: null,
  accepted: false,
  dismissedTo: "0",
};
const friend: Sender = {
  ...stranger,
  relationship: { ...NO_RELATIONSHIP, following: true },
  joinedAt: 0,
  followerSince: 0,
};
const follow: Alert = { id: idAt(NOW), kind: "follow", actorId: idAt(NOW), barkId: null, emoji: null };
const filtering = { ...DEFAULT_PREFS, policy: { ...DEFAULT_PREFS.policy, for_not_following: "filter" as const } };

describe("an encoded alert", () => {
  it("decodes to what was encoded", () => {
    fc.assert(
      fc.property(alert, (one) => {
        expect(decodeAlert(encodeAlert(one))).toEqual(one);
      }),
    );
  });

  it("sorts by its id", () => {
    fc.assert(
      fc.property(alert, alert, (a, b) => {
        fc.pre(a.id !== b.id);
        expect(encodeAlert(a) < encodeAlert(b)).toBe(a.id < b.id);
      }),
    );
  });

  it("is short enough for compact storage unless its emoji is long", () => {
    fc.assert(
      fc.property(alert, (one) => {
        expect(encodeAlert({ ...one, emoji: null }).length).toBeLessThanOrEqual(50);
      }),
    );
  });

  it.each(["", "!", "!all", "~123", "x", "1 z 2 3"])("does not decode %j", (junk) => {
    expect(decodeAlert(junk)).toBeNull();
  });
});

describe("a row of alerts", () => {
  it("contains every alert within the bounds of its key", () => {
    fc.assert(
      fc.property(alert, (one) => {
        const bounds = groupBounds(groupKeyOf(one));
        expect(bounds && one.id < bounds.max && one.id > bounds.min).toBe(true);
      }),
    );
  });

  it("groups alerts of one kind and bark within half a day, and no others", () => {
    const at = (hours: number): Alert => ({ ...follow, kind: "like", barkId: "1", id: idAt(NOW + hours * HOUR) });
    expect(groupKeyOf(at(0))).toBe(groupKeyOf(at(11.9)));
    expect(groupKeyOf(at(0))).not.toBe(groupKeyOf(at(12)));
    expect(groupKeyOf(at(0))).not.toBe(groupKeyOf({ ...at(0), barkId: "2" }));
    expect(groupKeyOf(at(0))).not.toBe(groupKeyOf({ ...at(0), kind: "rebark" }));
    const one = at(0);
    expect(groupKeyOf(one, new Set())).toBe(`ungrouped-${one.id}`);
  });

  it("leaves alerts with content of their own ungrouped", () => {
    for (const kind of ["mention", "quote", "edit", "ask", "bark"] as const) {
      expect(groupKeyOf({ ...follow, kind })).toBe(`ungrouped-${follow.id}`);
    }
  });

  it.each(["", "favourite", "favourite-1-1", "ungrouped-1", "like-1474689333287018496-1"])(
    "has no key like %j",
    (key) => expect(groupBounds(key)).toBeNull(),
  );
});

describe("a bark with several kinds of alert for one person", () => {
  it("keeps one alert per bark, of the kind with the highest priority", () => {
    const [mention, quote, bark] = (["mention", "quote", "bark"] as const).map((kind): Alert => ({ ...follow, kind }));
    expect(dedupeByPriority([bark, quote, mention].flatMap((one) => one ?? []))).toEqual([mention]);
    expect(dedupeByPriority([bark, quote].flatMap((one) => one ?? []))).toEqual([quote]);
  });
});

describe("edits", () => {
  it("are announced at most once an hour, including the first after one became involved", () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 600 }), (times, began) => {
        const edits = times.map((minute) => idAt(NOW + minute * 60_000));
        const since = idAt(NOW + began * 60_000);
        const told = toldEdits(edits, since);
        const later = edits.filter((edit) => edit > since).toSorted();
        expect(told[0]).toBe(later[0]);
        const gaps = told.slice(1).map((edit, index) => idTime(edit) - idTime(told[index] ?? ""));
        expect(Math.min(HOUR, ...gaps)).toBe(HOUR);
        for (const edit of later) {
          expect(told.some((one) => one <= edit && idTime(edit) - idTime(one) < HOUR)).toBe(true);
        }
      }),
    );
  });
});

describe("the decision about an alert", () => {
  it("shows alerts of friends and strangers by default", () => {
    expect(decideAlert(follow, DEFAULT_PREFS, friend, null, NOW)).toBe("tell");
    expect(decideAlert(follow, DEFAULT_PREFS, stranger, null, NOW)).toBe("tell");
  });

  it.each(["blocking", "blockedBy", "mutingNotifications"] as const)(
    "hides alerts across %s, also of accepted people",
    (wall) => {
      const walled = { ...friend, accepted: true, relationship: { ...friend.relationship, [wall]: true } };
      expect(decideAlert(follow, DEFAULT_PREFS, walled, null, NOW)).toBe("hide");
    },
  );

  it("hides kinds turned off, cleared and dismissed alerts, and those about barks that cannot be seen", () => {
    expect(decideAlert(follow, { ...DEFAULT_PREFS, off: ["follow"] }, friend, null, NOW)).toBe("hide");
    expect(decideAlert(follow, { ...DEFAULT_PREFS, clearedTo: follow.id }, friend, null, NOW)).toBe("hide");
    expect(decideAlert(follow, { ...DEFAULT_PREFS, dismissed: [follow.id] }, friend, null, NOW)).toBe("hide");
    expect(decideAlert({ ...follow, kind: "like", barkId: "1" }, DEFAULT_PREFS, friend, null, NOW)).toBe("hide");
  });

  it("applies the strictest choice of the policy that matches", () => {
    expect(decideAlert(follow, filtering, stranger, null, NOW)).toBe("filter");
    expect(decideAlert(follow, filtering, friend, null, NOW)).toBe("tell");
    expect(decideAlert(follow, filtering, { ...stranger, accepted: true }, null, NOW)).toBe("tell");
    const strict = { ...filtering, policy: { ...filtering.policy, for_new_accounts: "drop" as const } };
    expect(decideAlert(follow, strict, stranger, null, NOW)).toBe("hide");
  });

  it("counts people as new who followed less than three days ago or joined less than thirty days ago", () => {
    const followers = { ...DEFAULT_PREFS, policy: { ...DEFAULT_PREFS.policy, for_not_followers: "filter" as const } };
    const since = (days: number) => ({ ...friend, followerSince: NOW - days * 24 * HOUR });
    expect(decideAlert(follow, followers, since(2), null, NOW)).toBe("filter");
    expect(decideAlert(follow, followers, since(4), null, NOW)).toBe("tell");
    const newcomers = { ...DEFAULT_PREFS, policy: { ...DEFAULT_PREFS.policy, for_new_accounts: "filter" as const } };
    const joined = (days: number) => ({ ...friend, joinedAt: NOW - days * 24 * HOUR });
    expect(decideAlert(follow, newcomers, joined(29), null, NOW)).toBe("filter");
    expect(decideAlert(follow, newcomers, joined(31), null, NOW)).toBe("tell");
  });

  it("filters limited people for those who do not follow them, and nothing of the staff", () => {
    expect(decideAlert(follow, DEFAULT_PREFS, { ...stranger, isLimited: true }, null, NOW)).toBe("filter");
    expect(decideAlert(follow, DEFAULT_PREFS, { ...friend, isLimited: true }, null, NOW)).toBe("tell");
    const accepting = { ...DEFAULT_PREFS.policy, for_limited_accounts: "accept" as const };
    expect(
      decideAlert(follow, { ...DEFAULT_PREFS, policy: accepting }, { ...stranger, isLimited: true }, null, NOW),
    ).toBe("tell");
    const warning: Alert = { ...follow, kind: "warning" };
    expect(decideAlert(warning, filtering, { ...stranger, isLimited: true }, null, NOW)).toBe("tell");
    expect(filtersAnything(DEFAULT_PREFS.policy, false)).toBe(false);
    expect(filtersAnything(DEFAULT_PREFS.policy, true)).toBe(true);
  });

  it("hides dismissed requests, but not alerts that come later", () => {
    const waved = { ...stranger, dismissedTo: follow.id };
    expect(decideAlert(follow, filtering, waved, null, NOW)).toBe("hide");
    expect(decideAlert({ ...follow, id: idAt(NOW + HOUR) }, filtering, waved, null, NOW)).toBe("filter");
  });
});
