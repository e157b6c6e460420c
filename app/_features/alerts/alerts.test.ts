import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alerts, arrive, extend, names, reveal, type AlertListRow } from "@/app/_features/alerts/model";
import type { Status } from "@/lib/barks/schema";
import type { Notification } from "@/lib/notifications/schema";
import type { Account } from "@/lib/people/schema";

const id = (n: number) => String(1_474_689_333_287_018_496n + BigInt(n));
const person = (n: number) => ({ id: id(n), display_name: `Person ${n}` }) as Account;
const status = (n: number) => ({ id: id(n), reblog: null }) as Status;

/** A like of bark `bark` by person `by`; the `n`th alert. */
const like = (n: number, bark: number, by: number): Notification => ({
  id: id(n),
  type: "favourite",
  created_at: new Date(n * 1_000).toISOString(),
  group_key: `favourite-${bark}`,
  account: person(by),
  status: status(bark),
});
const row = (n: number, key: string): AlertListRow => ({
  key,
  type: "favourite",
  newestId: id(n),
  at: new Date(n * 1_000).toISOString(),
  people: [person(n)],
  count: 1,
});
const nothing: Alerts = { rows: [], waiting: [], next: null };
const happenings = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 3 })), {
  selector: ([n]) => n,
  maxLength: 30,
});

describe("live alerts", () => {
  it("wait, and change no row until the reader asks for them", () => {
    const before = { ...nothing, rows: [row(1, "favourite-1")] };
    const after = arrive(before, like(2, 1, 2));
    expect(after.rows).toBe(before.rows);
    expect(after.waiting).toHaveLength(1);
  });

  it("result in the same rows and counts, in whatever portions and however often they arrive", () => {
    fc.assert(
      fc.property(happenings, fc.array(fc.nat(5), { maxLength: 5 }), (all, portions) => {
        const news = all.toSorted(([a], [b]) => a - b).map(([n, bark]) => like(n, bark, n));
        const atOnce = reveal([...news, ...news].reduce(arrive, nothing));
        let [inPortions, rest] = [nothing, news];
        for (const size of portions) {
          inPortions = reveal(rest.slice(0, size).reduce(arrive, inPortions));
          rest = rest.slice(size);
        }
        inPortions = reveal([...rest, ...news].reduce(arrive, inPortions));
        expect(inPortions).toEqual(atOnce);
        expect(atOnce.rows.reduce((sum, { count }) => sum + count, 0)).toBe(news.length);
        const newest = atOnce.rows.map(({ newestId }) => newestId);
        expect(newest).toEqual(newest.toSorted().toReversed());
      }),
    );
  });

  it("join their existing row, which moves to the top", () => {
    const before = { ...nothing, rows: [row(3, "favourite-9"), row(2, "favourite-1")] };
    const after = reveal(arrive(before, like(7, 1, 8)));
    expect(after.rows.map(({ key, count }) => [key, count])).toEqual([
      ["favourite-1", 2],
      ["favourite-9", 1],
    ]);
    expect(after.rows[0]?.people.map(({ display_name: name }) => name)).toEqual(["Person 8", "Person 2"]);
  });
});

describe("older alerts", () => {
  it("are added below, and a row that began above is not repeated", () => {
    const before = { ...nothing, rows: [row(3, "favourite-1")], next: id(3) };
    const after = extend(before, [row(2, "favourite-1"), row(1, "favourite-2")], id(1));
    expect(after.rows.map(({ key }) => key)).toEqual(["favourite-1", "favourite-2"]);
    expect(after.next).toBe(id(1));
  });
});

describe("the people of a row", () => {
  it.each([
    [1, ["Person 1"], 0],
    [2, ["Person 1", "Person 2"], 0],
    [3, ["Person 1", "Person 2"], 1],
    [14, ["Person 1", "Person 2"], 12],
  ])("%i people are named", (count, named, others) => {
    const people = Array.from({ length: Math.min(count, 8) }, (_, index) => person(index + 1));
    expect(names({ people, count })).toEqual({ named, others });
  });
});
