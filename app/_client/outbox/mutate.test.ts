import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { currentStatus, ingest, setOptimistic } from "@/app/_client/bark-store";
import { followChanges } from "@/app/_client/follow-state";
import { mutate, optimistic, setOutboxProvider } from "@/app/_client/outbox/mutate";
import type { Mutation } from "@/app/_client/outbox/mutations";
import type { Status } from "@/lib/barks/schema";

let answers: (() => Response)[] = [];
let requests: string[] = [];
let kept: Mutation[] = [];

const accepted = (body: object) => () => Response.json(body);
const refused = (status: number) => () => Response.json({ error: "Not now." }, { status });
const unreachable = () => {
  throw new TypeError("fetch failed");
};
const signIn = (room = true) =>
  setOutboxProvider({
    personId: "1",
    say: () => {},
    keep: (mutation) => {
      kept.push(mutation);
      return Promise.resolve(room);
    },
  });

let id = "";
let number = 100;
const bark = (favourited: boolean, favourites_count: number) =>
  ({ id, favourited, favourites_count, reblog: null, emoji_reactions: [] }) as unknown as Status;
const shown = () => [currentStatus(id)?.favourited, currentStatus(id)?.favourites_count];
const like = (on: boolean) => mutate({ kind: "like", id, on });

beforeEach(() => {
  [answers, requests, kept] = [[], [], []];
  id = String(++number);
  ingest(bark(false, 3));
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("document", { querySelector: () => null });
  vi.stubGlobal("fetch", (path: string) => {
    requests.push(path.replace(`/api/v1/statuses/${id}/`, ""));
    return Promise.resolve().then(answers.shift());
  });
  signIn();
});
afterEach(() => {
  setOutboxProvider(null);
  setOptimistic(id, `like ${id}`, null);
  vi.unstubAllGlobals();
});

it("shows a like at once, and then the server's answer", async () => {
  answers = [accepted(bark(true, 9))];
  const done = like(true);
  expect(shown()).toEqual([true, 4]);
  expect(await done).toMatchObject({ ok: true });
  expect(shown()).toEqual([true, 9]);
});

it("undoes a like that the server rejects, and says why", async () => {
  answers = [refused(422)];
  expect(await like(true)).toMatchObject({ ok: false, sentence: "Not now." });
  expect(shown()).toEqual([false, 3]);
  expect(kept).toEqual([]);
});

it("sends presses in order, and the last one decides what is shown", async () => {
  answers = [accepted(bark(true, 4)), refused(500), accepted(bark(true, 4))];
  const outcomes = [like(true), like(false), like(true)];
  expect(shown()).toEqual([true, 4]);
  expect((await Promise.all(outcomes)).map((outcome) => outcome?.ok ?? null)).toEqual([null, null, true]);
  expect(requests).toEqual(["favourite", "unfavourite", "favourite"]);
  expect(shown()).toEqual([true, 4]);
});

it.each([502, 503, 504])(
  "puts a like into the outbox when a proxy answers %i, and keeps showing it",
  async (status) => {
    answers = [refused(status)];
    expect(await like(true)).toBeNull();
    expect(kept).toEqual([{ kind: "like", id, on: true }]);
    expect(shown()).toEqual([true, 4]);
  },
);

it("puts a like into the outbox when there is no answer or the browser is offline", async () => {
  answers = [unreachable];
  expect(await like(true)).toBeNull();
  vi.stubGlobal("navigator", { onLine: false });
  expect(await like(false)).toBeNull();
  expect(kept).toHaveLength(2);
  expect(requests).toEqual(["favourite"]);
});

it("undoes a like that failed with 504 where the outbox is not available", async () => {
  answers = [refused(504), refused(504)];
  signIn(false);
  expect(await like(true)).toMatchObject({ ok: false, status: 504 });
  setOutboxProvider(null);
  expect(await like(true)).toMatchObject({ ok: false, status: 504 });
  expect(shown()).toEqual([false, 3]);
});

it("goes back to the last accepted state when a later press is rejected", async () => {
  answers = [accepted({ following: true }), refused(403)];
  const follow = (next: "following" | "none") =>
    mutate({ kind: "follow", personId: `p${id}`, next, before: "none" as const });
  const both = [follow("following"), follow("none")];
  expect(followChanges.get().get(`p${id}`)?.pending).toBe("none");
  await Promise.all(both);
  expect(followChanges.get().get(`p${id}`)).toEqual({ pending: null, told: "following" });
});

it("unblocks before it follows, whatever was pressed in between", async () => {
  answers = [accepted({}), accepted({ following: true })];
  await mutate({ kind: "follow", personId: "7", next: "following", before: "blocked" });
  expect(requests).toEqual(["/api/v1/accounts/7/unblock", "/api/v1/accounts/7/follow"]);
});

it("sends the next change although the previous one threw", async () => {
  const change = (send: () => Promise<{ ok: true; value: number; next: null }>) =>
    optimistic("key", { show: () => {}, send, settle: () => {} });
  const broken = change(() => Promise.reject(new Error("broken")));
  const next = change(() => Promise.resolve({ ok: true, value: 1, next: null }));
  await expect(broken).rejects.toThrow("broken");
  expect(await next).toMatchObject({ ok: true });
});
