import { describe, expect, it } from "vitest";
import { coalesced, Locks } from "@/lib/messenger/locks";
import { memoryStorage } from "@/lib/messenger/node-ports";
import { sealedStorage } from "@/lib/messenger/sealing";
import { RecordStore, Work } from "@/lib/messenger/store";

const reading = (readTo: number) => ({ readTo, draft: null, draftAt: 0 });

async function sealed(values = new Map<string, Uint8Array>()) {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return { values, storage: sealedStorage(memoryStorage(values), key) };
}

describe("records", () => {
  it("are visible when they are durable, all of one piece of work or none", async () => {
    const memory = memoryStorage();
    const store = await RecordStore.open(memory);
    const work = new Work(store);
    work.put("reading/a", reading(1));
    work.put("reading/b", reading(2));
    expect(work.get("reading/a")).toEqual(reading(1));
    expect(store.get("reading/a")).toBeUndefined();
    await work.commit();
    expect(store.all("reading/")).toEqual([reading(1), reading(2)]);
    const failing = await RecordStore.open({ ...memory, write: () => Promise.reject(new Error("full")) });
    const lost = new Work(failing);
    lost.put("reading/a", reading(9));
    lost.delete("reading/b");
    await expect(lost.commit()).rejects.toThrow("full");
    expect(failing.all("reading/")).toEqual([reading(1), reading(2)]);
  });

  it("are read again as they were written", async () => {
    const values = new Map<string, Uint8Array>();
    const store = await RecordStore.open(memoryStorage(values));
    const work = new Work(store);
    const claim = {
      size: 2 ** 40,
      root: new Uint8Array([1, 2, 3]),
      seq: 1,
      head: new Uint8Array(32),
      accountId: "a",
      conversationId: "b",
    };
    work.put("claim/x", claim);
    work.put("counter", 7);
    await work.commit();
    const again = await RecordStore.open(memoryStorage(values));
    expect(again.get("claim/x")).toEqual(claim);
    expect(again.get("counter")).toBe(7);
  });

  it("that are loaded late do not replace what was written meanwhile", async () => {
    const values = new Map<string, Uint8Array>();
    const first = new Work(await RecordStore.open(memoryStorage(values)));
    first.put("group/c-000000", new Uint8Array([1]));
    await first.commit();
    const store = await RecordStore.open(memoryStorage(values));
    expect(await store.fetch("group/c-000000")).toEqual(new Uint8Array([1]));
    expect(store.get("group/c-000000")).toBeUndefined();
  });
});

describe("sealed values", () => {
  it("tell nothing, and open only under their own name and with their own key", async () => {
    const { values, storage } = await sealed();
    const secret = new TextEncoder().encode("meet me at the pond");
    await storage.write(
      new Map([
        ["a", secret],
        ["b", new Uint8Array(3)],
      ]),
    );
    expect(await storage.get("a")).toEqual(secret);
    expect(await storage.list("")).toHaveLength(2);
    for (const value of values.values()) expect(new TextDecoder().decode(value)).not.toContain("pond");
    const [moved] = [values.get("a")];
    if (moved) values.set("b", moved);
    await expect(storage.get("b")).rejects.toThrow("cannot be read");
    const other = await sealed(values);
    await expect(other.storage.get("a")).rejects.toThrow("cannot be read");
    await storage.write(new Map([["a", null]]));
    expect(await storage.get("a")).toBeUndefined();
  });
});

describe("locks", () => {
  it("run tasks of one name in order, also after one that failed, and others at the same time", async () => {
    const locks = new Locks();
    const seen: string[] = [];
    const task =
      (name: string, ms: number, fails = false) =>
      async () => {
        seen.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, ms));
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
      };
    const first = locks.run("a", task("first", 20, true));
    const second = locks.run("a", task("second", 1));
    const other = locks.run("b", task("other", 1));
    await expect(first).rejects.toThrow("first");
    await Promise.all([second, other, locks.idle()]);
    expect(seen.filter((line) => !line.startsWith("other"))).toEqual([
      "first begins",
      "first ends",
      "second begins",
      "second ends",
    ]);
    expect(seen.indexOf("other begins")).toBeLessThan(seen.indexOf("first ends"));
  });

  it("join calls that come while a task runs to one further run", async () => {
    let runs = 0;
    const run = coalesced(async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (runs === 1) throw new Error("the first fails");
    });
    const first = run();
    const rest = [run(), run(), run()];
    await expect(first).rejects.toThrow("the first fails");
    await Promise.all(rest);
    expect(runs).toBe(2);
    await run();
    expect(runs).toBe(3);
  });
});
