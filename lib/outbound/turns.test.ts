import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { hostOf, inTurn } from "@/lib/outbound/turns";

describe("turns at a host", () => {
  it("are one at a time, in order, also after one that fails", async () => {
    const log: string[] = [];
    const act = (name: string, fails = false) =>
      inTurn("a.test", new AbortController().signal, async () => {
        log.push(`${name} begins`);
        await setTimeout(1);
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    await Promise.allSettled([act("one", true), act("two"), act("three")]);
    expect(log).toEqual(["one", "two", "three"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it("are not taken by those who stopped waiting, nor given to others before the first has ended", async () => {
    const [first, waiting] = [new AbortController(), new AbortController()];
    let end = () => {};
    const one = inTurn("b.test", first.signal, () => new Promise<void>((resolve) => (end = resolve)));
    const two = inTurn("b.test", waiting.signal, () => Promise.resolve("two"));
    waiting.abort();
    await expect(two).rejects.toThrow("abort");
    let begun = false;
    const three = inTurn("b.test", first.signal, async () => void (begun = true));
    await setTimeout(5);
    expect(begun).toBe(false);
    end();
    await Promise.all([one, three]);
    expect(begun).toBe(true);
  });

  it("are of a site by any of its addresses", () => {
    const hosts = ["http://a.test/", "https://A.test/x", "https://a.test./y"].map((address) =>
      hostOf(new URL(address)),
    );
    expect(new Set(hosts).size).toBe(1);
  });
});
