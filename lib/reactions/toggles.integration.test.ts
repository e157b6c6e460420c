import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { call } from "@/testing/api";
import { plantFollows } from "@/testing/follows";
import { makePeople, makeToken } from "@/testing/people";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

const status = (verb: string) => `/api/v1/statuses/{bark}/${verb}`;
const own = (verb: string) => `/api/v1/statuses/{own}/${verb}`;
const account = (verb: string) => `/api/v1/accounts/{person}/${verb}`;
const FROG = `/api/v1/barker/statuses/{bark}/reactions/${encodeURIComponent("🐸")}`;

async function barkOf(personId: string): Promise<string> {
  const created = await createBark(personId, { text: "Hello" });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

/** Pairs of requests that do and undo something, and how the last response shows which came last. */
const toggles: [string, [string, string], [string, string], (answer: Record<string, unknown>) => unknown][] = [
  ["like", ["POST", status("favourite")], ["POST", status("unfavourite")], ({ favourited }) => favourited],
  ["rebark", ["POST", status("reblog")], ["POST", status("unreblog")], ({ reblogged }) => reblogged],
  ["bookmark", ["POST", status("bookmark")], ["POST", status("unbookmark")], ({ bookmarked }) => bookmarked],
  ["pin", ["POST", own("pin")], ["POST", own("unpin")], ({ pinned }) => pinned],
  ["mute of a conversation", ["POST", own("mute")], ["POST", own("unmute")], ({ muted }) => muted],
  [
    "reaction",
    ["PUT", FROG],
    ["DELETE", FROG],
    ({ emoji_reactions: all }) =>
      z
        .array(z.object({ me: z.boolean() }))
        .parse(all)
        .some(({ me }) => me),
  ],
  ["follow", ["POST", account("follow")], ["POST", account("unfollow")], ({ following }) => following],
  ["mute", ["POST", account("mute")], ["POST", account("unmute")], ({ muting }) => muting],
  ["block", ["POST", account("block")], ["POST", account("unblock")], ({ blocking }) => blocking],
  ["feature", ["POST", account("endorse")], ["POST", account("unendorse")], ({ endorsed }) => endorsed],
];

describe("done and undone twenty times at once, from several devices", () => {
  it.each(toggles)(
    "twenty mixed requests to do and undo a %s all return 200, and the last response states the final state",
    async (name, ...rest) => {
      const [done, undone, isOn] = rest;
      const [viewer, other] = await makePeople(2);
      if (!viewer || !other) throw new Error("nobody");
      if (name === "feature") await plantFollows(viewer.id, [other]);
      const { token } = await makeToken(viewer.id);
      const [bark, mine] = [await barkOf(other.id), await barkOf(viewer.id)];
      const send = ([method, path]: [string, string]) =>
        call(method, path.replace("{bark}", bark).replace("{own}", mine).replace("{person}", other.id), { token });

      const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => send(turn % 2 === 0 ? done : undone)));
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
      for (const [request, on] of [[done, true] as const, [undone, false] as const]) {
        const answer = await send(request);
        expect([answer.status, isOn(z.record(z.string(), z.unknown()).parse(answer.json))]).toEqual([200, on]);
      }
    },
  );
});
