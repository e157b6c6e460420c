import fc from "fast-check";
import { expect, test } from "vitest";
import { blank, NO_TARGET, EMPTY_DRAFT_CONTENT } from "@/app/_client/drafts/model";
import { mutationKey, requestsOf, type Mutation } from "@/app/_client/outbox/mutations";
import { afterSent, backOff, replacedBy, toEntry, type OutboxEntry } from "@/app/_client/outbox/model";

const author = { id: "1", handle: "maple", name: "Maple", avatar: "/portraits/maple.webp" };

function barking(id: string, text: string): Mutation {
  const writing = { ...blank(id, NO_TARGET, EMPTY_DRAFT_CONTENT), text };
  const sending = { key: id, author, text, spoiler: "", sensitive: false, pictures: [], quote: null, replyTo: null };
  return { kind: "bark", writing, sending };
}

const someId = fc.constantFrom("10", "11", "12");
const someAct = fc.record({
  kind: fc.constantFrom("like" as const, "rebark" as const, "bookmark" as const, "pin" as const),
  id: someId,
  on: fc.boolean(),
});
const someReaction = fc.record({
  kind: fc.constant("react" as const),
  id: someId,
  emoji: fc.constantFrom("🐾", "🌳"),
  on: fc.boolean(),
});
const someFollow = fc.record({
  kind: fc.constant("follow" as const),
  personId: fc.constantFrom("2", "3"),
  next: fc.constantFrom("following" as const, "none" as const),
  before: fc.constant("none" as const),
});
const someBark = fc.uuid().map((id) => barking(id, `Bark ${id}`));
const someMutations = fc.array(fc.oneof(someAct, someReaction, someFollow, someBark), { maxLength: 40 });

/** Adds mutations to an outbox as the store does. */
function fill(mutations: Mutation[], owner = "1"): OutboxEntry[] {
  return mutations.reduce<OutboxEntry[]>((entries, mutation, index) => {
    const entry = { ...toEntry(owner, mutation, index), seq: index };
    const replaced = replacedBy(entries, entry);
    return [...entries.filter((one) => !replaced.includes(one)), entry];
  }, []);
}

/** The server's state after all of that, in order: the last mutation of each key. */
const doneBy = (mutations: Mutation[]) =>
  Object.fromEntries(new Map(mutations.map((mutation) => [mutationKey(mutation), requestsOf(mutation)])).entries());

test("the mutations that are left in the outbox have the same effect as all of them", () => {
  fc.assert(
    fc.property(someMutations, (mutations) => {
      expect(doneBy(fill(mutations).map(({ deed }) => deed))).toEqual(doneBy(mutations));
    }),
  );
});

test("only the last mutation of each key waits, and barks wait in the order in which they were created", () => {
  fc.assert(
    fc.property(someMutations, (mutations) => {
      const entries = fill(mutations);
      expect(new Set(entries.map(({ lane }) => lane)).size).toBe(entries.length);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).toSorted((a, b) => a - b));
      const barks = (all: Mutation[]) => all.flatMap((one) => (one.kind === "bark" ? [one.writing.id] : []));
      expect(barks(entries.map(({ deed }) => deed))).toEqual(barks(mutations));
    }),
  );
});

test("a mutation does not replace another person's, nor one that was sent", () => {
  const [mine] = fill([{ kind: "like", id: "10", on: true }]);
  const theirs = toEntry("2", { kind: "like", id: "10", on: false }, 1);
  if (!mine) throw new Error("nothing waits");
  expect(replacedBy([mine], theirs)).toEqual([]);
  expect(replacedBy([{ ...mine, state: "sent" }], { ...theirs, owner: "1" })).toEqual([]);
});

test("a bark carries an idempotency key, and a like is idempotent by itself", () => {
  const [entry, like] = fill([barking("a", "Hello"), { kind: "like", id: "10", on: true }]);
  expect(entry).toMatchObject({ once: true, steps: [{ method: "POST", path: "/api/v1/statuses" }] });
  expect(entry?.steps[0]?.key).toMatch(/^a-/);
  expect(like).toMatchObject({ once: false, steps: [{ method: "POST", path: "/api/v1/statuses/10/favourite" }] });
});

test("the next part of a thread answers the part that was sent meanwhile, and otherwise waits for it", () => {
  const [before] = fill([barking("a", "One")]);
  if (!before) throw new Error("nothing waits");
  const next = toEntry("1", { ...barking("b", "Two"), after: "bark a" } as Mutation, 1);
  expect(next.follows).toBe("bark a");
  expect(afterSent([before], next)).toEqual(next);
  const sent = { ...before, state: "sent" as const, answer: { id: "77" } };
  expect(afterSent([{ ...sent, owner: "2" }], next)).toEqual(next);
  const { steps, follows } = afterSent([sent], next);
  expect(follows).toBeNull();
  expect(steps).toMatchObject([{ json: { status: "Two", in_reply_to_id: "77" }, key: next.steps[0]?.key }]);
});

test("attempts become less frequent, but are never more than a minute apart", () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const ms = backOff(failures, chance);
      expect(ms).toBeGreaterThanOrEqual(500);
      expect(ms).toBeLessThanOrEqual(60_000);
      expect(backOff(failures + 1, chance)).toBeGreaterThanOrEqual(ms);
    }),
  );
});
