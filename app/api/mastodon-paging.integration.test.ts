import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { deliverAlertsOf } from "@/testing/alerts";
import { nameOf } from "@/testing/mastodon-api";
import { barks, fillLists, friends, ids, list, LISTS, me, read, topic } from "@/testing/mastodon-api/lists";
import { Caller, inHours } from "@/testing/mastodon-api/world";
import { firstDomain } from "@/testing/town-domains";

beforeAll(fillLists, 240_000);
afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

/** Where each list that is paged by bounds has at least three items. */
const LONG: Record<string, () => string | Promise<string>> = {
  "/api/v1/accounts/:id/statuses": () => `/api/v1/accounts/${friends[0]?.id}/statuses`,
  "/api/v1/accounts/:id/followers": () => `/api/v1/accounts/${me.id}/followers`,
  "/api/v1/accounts/:id/following": () => `/api/v1/accounts/${me.id}/following`,
  "/api/v1/accounts/:id/endorsements": () => `/api/v1/accounts/${me.id}/endorsements`,
  "/api/v1/statuses/:id/reblogged_by": () => `/api/v1/statuses/${barks.mine}/reblogged_by`,
  "/api/v1/statuses/:id/favourited_by": () => `/api/v1/statuses/${barks.mine}/favourited_by`,
  "/api/v1/statuses/:id/quotes": () => `/api/v1/statuses/${barks.mine}/quotes`,
  "/api/v1/timelines/tag/:hashtag": () => `/api/v1/timelines/tag/${topic}`,
  "/api/v1/timelines/list/:id": () => `/api/v1/timelines/list/${list}`,
  "/api/v1/lists/:id/accounts": () => `/api/v1/lists/${list}/accounts`,
  "/api/v1/follow_requests": async () => {
    await me.send("PATCH", "/api/v1/accounts/update_credentials", { locked: true });
    for (let at = 0; at < 3; at++) await (await Caller.join()).send("POST", `/api/v1/accounts/${me.id}/follow`);
    return "/api/v1/follow_requests";
  },
  "/api/v1/blocks": () => withThree((id) => me.send("POST", `/api/v1/accounts/${id}/block`), "/api/v1/blocks"),
  "/api/v1/mutes": () => withThree((id) => me.send("POST", `/api/v1/accounts/${id}/mute`), "/api/v1/mutes"),
  "/api/v1/admin/reports": () =>
    withThree((account_id) => me.send("POST", "/api/v1/reports", { account_id }), "/api/v1/admin/reports"),
  "/api/v1/admin/email_domain_blocks": async () => {
    for (let at = 0; at < 3; at++) await me.make("/api/v1/admin/email_domain_blocks", { domain: firstDomain() });
    return "/api/v1/admin/email_domain_blocks";
  },
  "/api/v1/scheduled_statuses": async () => {
    for (const hours of [1, 2, 3]) await me.make("/api/v1/statuses", { status: "Later", scheduled_at: inHours(hours) });
    return "/api/v1/scheduled_statuses";
  },
  "/api/v1/notifications/requests": async () => {
    await me.send("PATCH", "/api/v2/notifications/policy", { for_not_following: "filter" });
    for (let at = 0; at < 3; at++) {
      const stranger = await Caller.join();
      await stranger.send("POST", `/api/v1/statuses/${barks.mine}/favourite`);
      await deliverAlertsOf(stranger);
    }
    return "/api/v1/notifications/requests";
  },
};

async function withThree(act: (id: string) => Promise<unknown>, path: string): Promise<string> {
  for (let at = 0; at < 3; at++) await act((await Caller.join()).id);
  return path;
}

describe("a list that is paged by bounds", () => {
  const paged = LISTS.filter(({ parameters }) => parameters.includes("max_id"));
  it.each(paged.map((row) => [nameOf(row), row] as const))(
    "has limit, max_id, since_id and min_id: %s",
    async (_, row) => {
      const path = await (LONG[row.path]?.() ?? row.path);
      const first = await read(`${path}?limit=3`);
      const [one, two, three] = first.ids;
      expect(first.ids).toHaveLength(3);
      const next = await read(`${path}?limit=1&max_id=${first.newer}`);
      expect(next.ids).toEqual([two]);
      expect(await ids(`${path}?limit=1&max_id=${next.older}`)).toEqual([three]);
      const above = await ids(`${path}?limit=40&since_id=${next.older}`);
      expect(above).toContain(one);
      expect(above).not.toContain(two);
      expect(await ids(`${path}?limit=1&min_id=${first.older}`)).toEqual([two]);
    },
  );
});
