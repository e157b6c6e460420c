import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { currentStatus, ingest, ingestCached, isDeleted } from "@/app/_client/bark-store";
import { revalidate, revalidateStale } from "@/app/_client/live/revalidate";
import type { Status } from "@/lib/barks/schema";

const bark = (id: string, more: Partial<Status> = {}) =>
  ({ id, favourites_count: 0, reblog: null, emoji_reactions: [], ...more }) as unknown as Status;

let requests: string[][] = [];
let answer: (ids: string[]) => Response = () => Response.json([]);
const idsOf = (address: string) => new URL(address, "http://barker.test").searchParams.getAll("id[]");

beforeEach(() => {
  requests = [];
  vi.useFakeTimers({ now: new Date("2026-05-01T12:00:00Z") });
  vi.stubGlobal("document", { querySelector: () => null });
  vi.stubGlobal("fetch", (address: string) => {
    requests.push(idsOf(address));
    return Promise.resolve(answer(idsOf(address)));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("takes over the current state of barks, and removes those that no longer exist", async () => {
  ingestCached(bark("1"));
  answer = () => Response.json([bark("1", { favourites_count: 5 })]);
  await revalidate([bark("1"), bark("2")]);
  expect(currentStatus("1")?.favourites_count).toBe(5);
  expect([isDeleted("1"), isDeleted("2")]).toEqual([false, true]);
});

it("asks for the original of a rebark, and for each bark once", async () => {
  answer = (ids) => Response.json(ids.map((id) => bark(id)));
  await revalidate([bark("11", { reblog: { ...bark("10"), reblog: null } }), bark("10"), bark("12")]);
  expect(requests).toEqual([["10", "12"]]);
});

it("asks for at most 40 barks in one request, and for all of them", async () => {
  answer = (ids) => Response.json(ids.map((id) => bark(id)));
  const ids = Array.from({ length: 85 }, (_, index) => String(200 + index));
  await revalidate(ids.map((id) => bark(id)));
  expect(requests.map(({ length }) => length)).toEqual([40, 40, 5]);
  expect(requests.flat()).toEqual(ids);
});

it("leaves the page as it is when the server cannot be reached", async () => {
  answer = () => Response.json({ error: "Away." }, { status: 503 });
  await revalidate([bark("20")]);
  expect(isDeleted("20")).toBe(false);
});

it("asks only for barks that were not updated for half a minute, and makes no request if there are none", async () => {
  answer = (ids) => Response.json(ids.map((id) => bark(id)));
  ingest(bark("30"));
  vi.advanceTimersByTime(31_000);
  ingest(bark("31"));
  await revalidateStale(["30", "31"]);
  await revalidateStale(["30", "31"]);
  expect(requests).toEqual([["30"]]);
});
