import { describe, expect, it } from "vitest";
import { leftAfter, missing, NOTHING_LEFT, unread, without } from "@/app/_features/bark/thread-live";
import { ancestorRows, replyRows, type ThreadRow } from "@/app/_features/bark/thread-model";
import type { Status } from "@/lib/barks/schema";
import type { Counts } from "@/lib/realtime/events";
import type { ThreadContext } from "@/lib/threads/schema";

const MAIN = 150;
const reply = (id: number, to: number, author = "someone") =>
  ({ id: String(id), in_reply_to_id: String(to), account: { id: author } }) as Status;
const gap = (id: number, to: number | null, reason: "deleted" | "hidden" = "deleted") => ({
  id: String(id),
  in_reply_to_id: to === null ? null : String(to),
  reason,
});
const context = (descendants: Status[], gaps: ThreadContext["gaps"] = [], ancestors: Status[] = []): ThreadContext => ({
  ancestors,
  descendants,
  gaps,
});
const read = (of: ThreadContext, { opened = [], own = [] }: { opened?: string[]; own?: string[] } = {}) =>
  replyRows(of, { mainId: String(MAIN), authorId: "author", opened: new Set(opened), own: new Set(own) });
/** "201" at the edge, "-202" indented once; "^" connected to the row above; "+3" for three more. */
const sketch = (rows: ThreadRow[]) =>
  rows.map((row) => {
    const what = row.kind === "more" ? `+${row.count}` : row.kind === "absent" ? `?${row.count}` : row.key;
    return `${"-".repeat(row.depth)}${row.up ? "^" : ""}${what}`;
  });

describe("the replies to a bark", () => {
  it("begin with the author's own chain, connected, followed by everybody's, oldest first", () => {
    const rows = read(
      context([reply(201, MAIN), reply(202, MAIN, "author"), reply(203, 202, "author"), reply(204, MAIN)]),
    );
    expect(sketch(rows)).toEqual(["202", "^203", "201", "204"]);
  });

  it("are connected below their parent when they are the only one, otherwise indented", () => {
    const rows = read(context([reply(201, MAIN), reply(202, 201), reply(203, 202), reply(204, 202)]));
    expect(sketch(rows)).toEqual(["201", "^202", "-203", "-204"]);
    expect(rows.map(({ down }) => down)).toEqual([true, false, false, false]);
  });

  it("are folded when they are many or deep, and unfolded on request", () => {
    const many = context([reply(201, MAIN), ...[202, 203, 204, 205, 206].map((id) => reply(id, 201))]);
    expect(sketch(read(many))).toEqual(["201", "-202", "-203", "-204", "-+2"]);
    expect(sketch(read(many, { opened: ["201"] }))).toHaveLength(6);
    const deep = context([201, 202, 203, 204, 205, 206].map((id) => reply(id, id === 201 ? MAIN : id - 1)));
    expect(sketch(read(deep))).toEqual(["201", "^202", "^203", "^204", "+2"]);
    expect(sketch(read(deep, { opened: ["204"] }))).toEqual(["201", "^202", "^203", "^204", "^205", "^206"]);
  });

  it("are never indented beyond the maximum", () => {
    const wide = [201, 202, 203, 204].flatMap((id) => [reply(id, id === 201 ? MAIN : id - 1), reply(id + 100, id)]);
    expect(Math.max(...read(context(wide)).map(({ depth }) => depth))).toBe(2);
  });

  it("have a placeholder for a deleted bark while others answer it, and nothing otherwise", () => {
    const rows = read(context([reply(203, 201)], [gap(201, MAIN), gap(202, MAIN)]));
    expect(sketch(rows)).toEqual(["?1", "^203"]);
  });

  it("show the reader's new reply before others", () => {
    expect(sketch(read(context([reply(201, MAIN), reply(202, MAIN)]), { own: ["202"] }))).toEqual(["202", "201"]);
  });

  it("to the author's chain by others come after it, and say whom they answer", () => {
    const rows = read(context([reply(201, MAIN, "author"), reply(202, 201), reply(203, 201, "author")]));
    expect(sketch(rows)).toEqual(["201", "^203", "202"]);
    expect(rows.map((row) => row.kind === "bark" && row.apart)).toEqual([false, false, true]);
  });
});

describe("an open conversation", () => {
  const before = context([reply(201, MAIN, "otter"), reply(202, 201, "fern"), reply(203, MAIN, "otter")]);

  it("keeps a placeholder for a deleted bark while somebody answers it", () => {
    const left = leftAfter(NOTHING_LEFT, { type: "gone", id: "201" });
    expect(sketch(read(without(before, left)))).toEqual(["?1", "^202", "203"]);
    const back = leftAfter(left, { type: "back", status: reply(201, MAIN) });
    expect(without(before, back)).toBe(before);
  });

  it("hides a person who was muted or blocked", () => {
    const left = leftAfter(NOTHING_LEFT, { type: "person-hidden", personId: "otter" });
    expect(read(without(before, left)).map((row) => row.kind)).toEqual(["absent", "bark"]);
    expect(without(before, leftAfter(left, { type: "person-shown", personId: "otter" }))).toBe(before);
  });

  it("is loaded again when one of its barks has more replies than known, and reports the new ones", () => {
    const counts = (id: number, replies_count: number) => ({ id: String(id), replies_count }) as Counts;
    expect(missing(before, String(MAIN), counts(MAIN, 2))).toBe(false);
    expect(missing(before, String(MAIN), counts(MAIN, 3))).toBe(true);
    expect(missing(before, String(MAIN), counts(202, 1))).toBe(true);
    expect(missing(before, String(MAIN), counts(999, 9))).toBe(false);
    const after = context([...before.descendants, reply(204, 202)]);
    expect(unread(before, after).map(({ id }) => id)).toEqual(["204"]);
  });
});

describe("the barks above a bark", () => {
  it("are in chronological order, with missing ones counted in their place", () => {
    const above = context(
      [reply(201, MAIN)],
      [gap(120, 110), gap(130, 120), gap(140, 130, "hidden"), gap(202, MAIN)],
      [reply(110, 1), reply(145, 140)],
    );
    const rows = ancestorRows(above, String(MAIN));
    expect(sketch(rows)).toEqual(["110", "^?2", "^?1", "^145"]);
    expect(rows.every(({ down }) => down)).toBe(true);
  });
});
