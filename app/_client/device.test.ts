import fc from "fast-check";
import { expect, it } from "vitest";
import { newId, storageWithFallback } from "@/app/_client/device";

/** A storage for this many entries, which then throws as a full one does. */
function storageOf(room: number): Storage {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem(key: string, text: string) {
      if (!entries.has(key) && entries.size >= room) throw new DOMException("full", "QuotaExceededError");
      entries.set(key, text);
    },
    removeItem: (key: string) => void entries.delete(key),
  };
  return new Proxy(storage, {
    ownKeys: () => [...entries.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      entries.has(String(key)) ? { configurable: true, enumerable: true, value: "" } : undefined,
  }) as unknown as Storage;
}

const blocked = (): Storage => {
  throw new DOMException("blocked", "SecurityError");
};

it("remembers the same values whether storage has room, is full or is blocked", () => {
  const step = fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.option(fc.string()));
  fc.assert(
    fc.property(fc.array(step), fc.nat(4), fc.boolean(), (steps, room, isBlocked) => {
      const storage = storageOf(room);
      const kept = storageWithFallback(isBlocked ? blocked : () => storage);
      const model = new Map<string, string>();
      for (const [key, text] of steps) {
        kept.set(key, text);
        if (text === null) model.delete(key);
        else model.set(key, text);
        for (const one of "abcd") expect(kept.get(one)).toBe(model.get(one) ?? null);
        expect(kept.keys().toSorted()).toEqual([...model.keys()].toSorted());
      }
    }),
  );
});

it("stores what fits for the next page", () => {
  const storage = storageOf(1);
  storageWithFallback(() => storage).set("a", "kept");
  storageWithFallback(() => storage).set("b", "too much");
  expect(storageWithFallback(() => storage).get("a")).toBe("kept");
  expect(storageWithFallback(() => storage).get("b")).toBeNull();
});

it("makes distinct UUIDs of version 4", () => {
  const ids = Array.from({ length: 1_000 }, newId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(1_000);
});
