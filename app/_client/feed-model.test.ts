import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as model from "@/app/_client/feed-model";
import type { Feed } from "@/app/_client/feed-model";
import type { Status } from "@/lib/barks/schema";

// The feed uses only the ids of barks.
const status = (id: number, more: Partial<Status> = {}) =>
  ({ id: String(1000 + id), reblog: null, quote: null, ...more }) as Status;
const page = (...ids: number[]) => ids.map((id) => status(id));
const rebark = (id: number, of: number) => status(id, { reblog: status(of) as Status["reblog"] });
const texts = (feed: Feed) => model.statusesOf(feed).map((one) => (one.reblog ?? one).text);
const shown = (feed: Feed) => feed.rows.map((row) => (row.kind === "bark" ? Number(row.key) - 1000 : row.kind));
const waiting = (feed: Feed) => feed.waiting.map(({ id }) => Number(id) - 1000);

const author = { id: "1", handle: "maple", name: "Maple", avatar: "" };
const nothing = { spoiler: "", sensitive: false, pictures: [], quote: null, replyTo: null };
/** A new bark of the viewer's that is being sent. */
const own = { key: "key", text: "Hello", author, ...nothing };

describe("a feed", () => {
  it("collects live barks, newest first, and shows them only on request", () => {
    const before = model.begin(page(5, 4), false);
    const after = model.arrive(model.arrive(before, status(6)), status(7));
    expect(shown(after)).toEqual([5, 4]);
    expect(waiting(after)).toEqual([7, 6]);
    expect(shown(model.reveal(after))).toEqual([7, 6, 5, 4]);
  });

  it("adds each bark once, however often it arrives", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (ids) => {
        const fed = ids.reduce((feed, id) => model.arrive(feed, status(id)), model.begin(page(10, 5), true));
        const all = shown(model.reveal(fed));
        expect(new Set(all).size).toBe(all.length);
        expect(all).toEqual(all.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it("ignores barks below the loaded part", () => {
    expect(waiting(model.arrive(model.begin(page(5, 4), false), status(2)))).toEqual([]);
  });

  it("shows the viewer's new bark at once, and only once when it also arrives live", () => {
    const sending = model.addOwn(model.begin(page(5), false), own);
    expect(shown(sending)).toEqual(["sending", 5]);
    const settled = model.settleOwn(model.arrive(sending, status(6)), "key", status(6));
    expect(shown(settled)).toEqual([6, 5]);
    expect(waiting(settled)).toEqual([]);
  });

  it("shows the viewer's bark once, however often its events arrive, and keeps it when its arrival is repeated", () => {
    const sending = model.addOwn(model.begin(page(5), false), own);
    expect(model.addOwn(sending, own)).toEqual(sending);
    const settled = model.settleOwn(sending, "key", status(6));
    expect(model.settleOwn(settled, "key", status(6))).toEqual(settled);
  });

  it("restores a bark to its position", () => {
    const without = model.withdraw(model.begin(page(6, 5, 4), false), status(5).id);
    expect(shown(without)).toEqual([6, 4]);
    expect(shown(model.restore(without, status(5)))).toEqual([6, 5, 4]);
  });

  it("shows where barks may be missing, and fills the gap in place", () => {
    const gap = model.openGap(model.begin(page(3, 2), false));
    expect(shown(gap)).toEqual(["gap", 3, 2]);
    expect(shown(model.openGap(gap))).toEqual(["gap", 3, 2]);
    const key = gap.rows[0]?.key ?? "";
    expect(model.below(gap, key)).toBe(status(3).id);
    expect(shown(model.fillGap(gap, key, page(5, 4, 3)))).toEqual([5, 4, 3, 2]);
  });

  it("puts the barks of a gap above those that had waited since before it", () => {
    const waited = model.arrive(model.begin(page(3, 2), false), status(4));
    const torn = model.arrive(model.openGap(waited), status(9));
    const seen = model.reveal(torn);
    expect(shown(seen)).toEqual([9, 4, "gap", 3, 2]);
    const key = seen.rows.find((row) => row.kind === "gap")?.key ?? "";
    expect(shown(model.fillGap(seen, key, page(9, 8, 7, 4)))).toEqual([9, 8, 7, 4, 3, 2]);
  });

  it("merges the newest page: newer barks wait, and missing ones become a gap", () => {
    const remembered = model.begin(page(5, 4, 3), false);
    const met = model.rejoin(remembered, page(7, 6, 5));
    expect([shown(met), waiting(met)]).toEqual([
      [5, 4, 3],
      [7, 6],
    ]);
    const torn = model.rejoin(remembered, page(20, 19, 18));
    expect(shown(torn)).toEqual(["gap", 5, 4, 3]);
    expect(waiting(torn)).toEqual([20, 19, 18]);
  });

  it("removes the rebarks of a deleted bark with it, and restores them with it", () => {
    const before = model.begin([rebark(9, 5), ...page(7, 5, 4)], false);
    const waitingToo = model.arrive(before, rebark(12, 5));
    const without = model.withdraw(waitingToo, status(5).id);
    expect(shown(without)).toEqual([7, 4]);
    expect(waiting(without)).toEqual([]);
    expect(shown(model.restore(without, status(5)))).toEqual([9, 7, 5, 4]);
  });

  it("restores a bark to its position also in a list with another order", () => {
    const before = model.begin(page(2, 9, 4, 7), true, null);
    expect(shown(model.restore(model.withdraw(before, status(4).id), status(4)))).toEqual([2, 9, 4, 7]);
    expect(shown(model.restore(model.withdraw(before, status(2).id), status(2)))).toEqual([2, 9, 4, 7]);
  });

  it("updates an edited bark in place, also inside rebarks", () => {
    const before = model.arrive(model.begin([rebark(9, 5), ...page(7, 5)], false), rebark(12, 5));
    const after = model.edit(before, status(5, { text: "Saturday" }));
    expect(shown(after)).toEqual([9, 7, 5]);
    expect(texts(after)).toEqual(["Saturday", undefined, "Saturday"]);
    expect(after.waiting[0]?.reblog?.text).toBe("Saturday");
    expect(model.edit(before, status(99))).toBe(before);
  });

  it("marks a quote whose bark was edited, and keeps the quoted version", () => {
    const quoted = { ...status(3, { text: "Sunday" }), quote: null };
    const quote = { state: "accepted", quoted_version: 0, newer: false, quoted_status: quoted } as Status["quote"];
    const before = model.begin([status(8, { quote })], false);
    const after = model.edit(before, status(3, { text: "Saturday", version: 1 }));
    expect(model.statusesOf(after)[0]?.quote).toMatchObject({ newer: true, quoted_status: { text: "Sunday" } });
  });
});

describe("a muted or blocked person", () => {
  it("disappears with their barks and rebarks of these, which are restored in place afterwards", () => {
    const by = (id: number, person: string, more: Partial<Status> = {}) =>
      status(id, { account: { id: person } as Status["account"], ...more });
    const passed = by(3, "b", { reblog: by(1, "a") as Status["reblog"] });
    const before = model.arrive(model.begin([by(5, "a"), by(4, "b"), passed], true), by(6, "a"));
    const hidden = model.hidePerson(before, "a");
    expect([shown(hidden), waiting(hidden)]).toEqual([[4], []]);
    expect(shown(model.showPerson(hidden, "a"))).toEqual([5, 4, 3]);
    expect(shown(model.hidePerson(before, "c"))).toEqual([5, 4, 3]);
  });
});
