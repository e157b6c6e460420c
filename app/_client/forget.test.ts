import { beforeEach, expect, it, vi } from "vitest";

const ME = "1000000000000000001";
const OTHER = "1000000000000000002";

/** The part of a browser's storage that pages use. */
function fakeStorage(entries: Record<string, string>) {
  return Object.defineProperties(entries, {
    getItem: { value: (key: string) => entries[key] ?? null },
    setItem: { value: (key: string, text: string) => void (entries[key] = text) },
    removeItem: { value: (key: string) => void Reflect.deleteProperty(entries, key) },
  });
}

const mine = (id: string) => ({
  [`draft:${id}:a`]: JSON.stringify({ text: "synced", dirty: false, sending: false }),
  [`draft:${id}:b`]: JSON.stringify({ text: "only here", dirty: true, sending: false }),
  [`draft-now:${id}`]: "b",
  [`cursor:${id}`]: "1-0",
  [`searches:${id}`]: '["otters"]',
  [`outbox:${id}`]: "1",
});
const read = { "place:2:town": "{}", [`place:2:home:${ME}`]: "{}", [`marker:home:${ME}`]: "1", emoji: '["🦦"]' };
const settings = { "hotkeys:off": "1", "push:asked": "1" };

let kept: Record<string, string>;

beforeEach(() => {
  vi.resetModules();
  kept = { ...mine(ME), ...mine(OTHER), ...read, ...settings, whose: ME };
  vi.stubGlobal("localStorage", fakeStorage(kept));
  vi.stubGlobal("sessionStorage", fakeStorage({ hand: "x", "thread:1": "{}" }));
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("navigator", {});
});

const keys = () => Object.keys(kept).toSorted();
const unsent = (id: string) => [`draft:${id}:b`, `outbox:${id}`];

it("deletes everything of the person who signs out, and keeps what others have not sent", async () => {
  const { forgetPerson } = await import("@/app/_client/forget");
  await forgetPerson(ME);
  expect(keys()).toEqual([...unsent(OTHER), ...Object.keys(settings)].toSorted());
  expect(Object.keys(sessionStorage)).toEqual([]);
});

it("writes nothing any more once data was deleted", async () => {
  const { forgetPerson } = await import("@/app/_client/forget");
  const { device } = await import("@/app/_client/device");
  await forgetPerson(ME);
  device.set("place:2:town", "{}");
  expect(kept["place:2:town"]).toBeUndefined();
});

it("keeps only unsent content of a session that was ended elsewhere", async () => {
  const { forgetRead } = await import("@/app/_client/forget");
  forgetRead();
  expect(keys()).toEqual([...unsent(ME), ...unsent(OTHER), ...Object.keys(settings)].toSorted());
});

it("deletes another person's data when somebody signs in", async () => {
  const { arrive } = await import("@/app/_client/forget");
  arrive(OTHER);
  expect(keys()).toEqual([...Object.keys(mine(OTHER)), ...unsent(ME), ...Object.keys(settings), "whose"].toSorted());
  expect(kept["whose"]).toBe(OTHER);
});

it("keeps everything when the same person signs in again", async () => {
  const { arrive } = await import("@/app/_client/forget");
  const before = keys();
  arrive(ME);
  expect(keys()).toEqual(before);
});
