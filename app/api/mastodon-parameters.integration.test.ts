import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { deliverAlertsOf } from "@/testing/alerts";
import { call } from "@/testing/api";
import { nameOf, TABLE } from "@/testing/mastodon-api";
import { barks, fillLists, friends, ids, LISTS, me, topic } from "@/testing/mastodon-api/lists";
import { managed } from "@/testing/mastodon-api/managed";
import { isIgnored } from "@/testing/mastodon-api/rows";
import { announceForTests, Caller } from "@/testing/mastodon-api/world";

beforeAll(fillLists, 240_000);
afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

/** Further parameters: a query, and what is in its answer. */
type Case = () => Promise<void>;
const only =
  (path: () => string, query: string, expected: () => (string | undefined)[]): Case =>
  async () => {
    expect(await ids(`${path()}?limit=40&${query}`)).toEqual(expected());
  };
const friendId = () => friends[0]?.id ?? "";
const own = () => `/api/v1/accounts/${friendId()}/statuses`;
const tagged = () => `/api/v1/timelines/tag/${topic}`;
const publicly = () => "/api/v1/timelines/public";
const types = async (path: string) => {
  const { json } = await call("GET", path, { token: await me.token() });
  const Typed = z.array(z.object({ type: z.string() }));
  const found = z
    .union([Typed, z.object({ notification_groups: Typed }).transform((all) => all.notification_groups)])
    .parse(json);
  return new Set(found.map(({ type }) => type));
};
const count = async (path: string) => {
  const { json } = await call("GET", path, { token: await me.token() });
  return z.object({ count: z.number() }).parse(json).count;
};
/** Two people who want to be found; the one who joined first barked last. */
const findable = async () => {
  const people = [await Caller.join(), await Caller.join()];
  for (const person of people)
    await person.send("PATCH", "/api/v1/accounts/update_credentials", { discoverable: true });
  for (const person of people.toReversed()) await person.bark("Here I am");
  return people.map(({ id }) => id);
};
const newestOf = (all: string[]) => all.filter((id) => Object.values(barks).includes(id));

/** For both versions of notifications. */
const told = (version: string): Record<string, Case> => ({
  [`GET /api/${version}/notifications types[]`]: async () =>
    expect(await types(`/api/${version}/notifications?limit=40&types[]=favourite`)).toEqual(new Set(["favourite"])),
  [`GET /api/${version}/notifications exclude_types[]`]: async () =>
    expect(await types(`/api/${version}/notifications?limit=40&exclude_types[]=favourite`)).not.toContain("favourite"),
  [`GET /api/${version}/notifications account_id`]: async () => {
    const { json } = await call("GET", `/api/${version}/notifications?account_id=${friendId()}`, {
      token: await me.token(),
    });
    const text = JSON.stringify(json);
    expect(text).toContain(friendId());
    expect(text).not.toContain(`"id":"${friends[1]?.id}"`);
  },
  [`GET /api/${version}/notifications include_filtered`]: async () => {
    const stranger = await Caller.join();
    await me.send("PATCH", "/api/v2/notifications/policy", { for_not_following: "filter" });
    await stranger.bark(`Hello @${me.handle}`);
    await deliverAlertsOf(stranger);
    const has = async (query: string) =>
      JSON.stringify(await me.get(`/api/${version}/notifications?limit=40&${query}`)).includes(stranger.id);
    expect([await has("include_filtered=false"), await has("include_filtered=true")]).toEqual([false, true]);
  },
});

/** For both versions of the number of unread notifications. */
const counted = (path: string): Record<string, Case> => ({
  [`GET ${path} limit`]: async () => expect(await count(`${path}?limit=1`)).toBe(1),
  [`GET ${path} types[]`]: async () => expect(await count(`${path}?types[]=favourite`)).toBeLessThan(await count(path)),
  [`GET ${path} exclude_types[]`]: async () =>
    expect(await count(`${path}?exclude_types[]=favourite`)).toBeLessThan(await count(path)),
  [`GET ${path} account_id`]: async () => expect(await count(`${path}?account_id=1`)).toBe(0),
});

const PARTS = {
  username: ({ handle }: Caller) => `username=${handle}`,
  display_name: ({ handle }: Caller) => `display_name=q+${handle}`,
  email: ({ handle }: Caller) => `email=${handle}@town`,
  by_domain: "by_domain=elsewhere.example",
  ip: "ip=192.0.2.1",
};

const CASES: Record<string, Case> = {
  ...managed("/api/v1/admin/accounts", {
    ...PARTS,
    local: "local=true",
    remote: "remote=true",
    pending: "pending=true",
    staff: "staff=true",
    active: "active=true",
    disabled: "disabled=true",
    silenced: "silenced=true",
    suspended: "suspended=true",
    sensitized: "sensitized=true",
  }),
  ...managed("/api/v2/admin/accounts", {
    ...PARTS,
    origin: "origin=remote",
    status: "status=silenced",
    permissions: "permissions=staff",
    "role_ids[]": "role_ids[]=3",
    invited_by: "invited_by=1",
  }),
  "GET /api/v1/admin/reports resolved": async () => {
    const report = await me.make("/api/v1/reports", { account_id: (await Caller.join()).id });
    await me.send("POST", `/api/v1/admin/reports/${report}/resolve`);
    expect(await ids("/api/v1/admin/reports?limit=40")).not.toContain(report);
    expect(await ids("/api/v1/admin/reports?limit=40&resolved=true")).toContain(report);
  },
  "GET /api/v1/admin/reports account_id": async () => {
    const by = await Caller.join();
    // Nobody is shown what is about themselves.
    const report = await by.make("/api/v1/reports", { account_id: (await Caller.join()).id });
    expect(await ids(`/api/v1/admin/reports?account_id=${by.id}`)).toEqual([report]);
  },
  "GET /api/v1/admin/reports target_account_id": async () => {
    const about = await Caller.join();
    const report = await me.make("/api/v1/reports", { account_id: about.id });
    expect(await ids(`/api/v1/admin/reports?target_account_id=${about.id}`)).toEqual([report]);
  },
  "GET /api/v1/accounts/:id/statuses only_media": only(own, "only_media=true", () => [barks.picture]),
  "GET /api/v1/accounts/:id/statuses pinned": only(own, "pinned=true", () => [barks.plain]),
  "GET /api/v1/accounts/:id/statuses tagged": async () => only(own, `tagged=${topic}a`, () => [barks.picture])(),
  "GET /api/v1/announcements with_dismissed": async () => {
    const id = await announceForTests();
    await me.send("POST", `/api/v1/announcements/${id}/dismiss`);
    expect(await ids("/api/v1/announcements")).not.toContain(id);
    expect(await ids("/api/v1/announcements?with_dismissed=true")).toContain(id);
  },
  "GET /api/v1/accounts/:id/statuses exclude_replies": async () => {
    expect(await ids(`${own()}?limit=40`)).toContain(barks.reply);
    expect(await ids(`${own()}?limit=40&exclude_replies=true`)).not.toContain(barks.reply);
  },
  "GET /api/v1/accounts/:id/statuses exclude_reblogs": async () => {
    expect(await ids(`${own()}?limit=40`)).toContain(barks.rebark);
    expect(await ids(`${own()}?limit=40&exclude_reblogs=true`)).not.toContain(barks.rebark);
  },
  "GET /api/v1/accounts id[]": async () =>
    only(
      () => "/api/v1/accounts",
      `id[]=${friendId()}`,
      () => [friendId()],
    )(),
  "GET /api/v1/accounts/relationships id[]": async () =>
    only(
      () => "/api/v1/accounts/relationships",
      `id[]=${friendId()}`,
      () => [friendId()],
    )(),
  "GET /api/v1/accounts/familiar_followers id[]": async () =>
    only(
      () => "/api/v1/accounts/familiar_followers",
      `id[]=${friendId()}`,
      () => [friendId()],
    )(),
  "GET /api/v1/statuses id[]": async () =>
    only(
      () => "/api/v1/statuses",
      `id[]=${barks.plain}`,
      () => [barks.plain],
    )(),
  "GET /api/v1/accounts/search q": async () =>
    only(
      () => "/api/v1/accounts/search",
      `q=${friends[0]?.handle}`,
      () => [friendId()],
    )(),
  "GET /api/v1/accounts/search limit": async () =>
    expect(await ids("/api/v1/accounts/search?q=t&limit=1")).toHaveLength(1),
  "GET /api/v1/accounts/search offset": async () => {
    const both = await ids("/api/v1/accounts/search?q=t&limit=2");
    expect(await ids("/api/v1/accounts/search?q=t&limit=1&offset=1")).toEqual(both.slice(1));
  },
  "GET /api/v1/accounts/search following": async () => {
    const { id, handle } = await Caller.join();
    expect(await ids(`/api/v1/accounts/search?q=${handle}`)).toContain(id);
    expect(await ids(`/api/v1/accounts/search?q=${handle}&following=true`)).not.toContain(id);
  },
  "GET /api/v1/directory limit": async () => {
    await findable();
    expect(await ids("/api/v1/directory?limit=1")).toHaveLength(1);
  },
  "GET /api/v1/directory offset": async () => {
    await findable();
    const after = await ids("/api/v1/directory?limit=40&offset=1&order=new");
    const [passedOver = ""] = await ids("/api/v1/directory?limit=1&order=new");
    expect([after.length > 0, after.includes(passedOver)]).toEqual([true, false]);
  },
  "GET /api/v1/directory order": async () => {
    const [first = "", second = ""] = await findable();
    const ordered = async (order: string) =>
      (await ids(`/api/v1/directory?limit=40&order=${order}`)).filter((id) => id === first || id === second);
    expect([await ordered("new"), await ordered("active")]).toEqual([
      [second, first],
      [first, second],
    ]);
  },
  "GET /api/v1/directory local": async () => {
    const people = await findable();
    expect(await ids("/api/v1/directory?limit=40&local=true")).toEqual(expect.arrayContaining(people));
  },
  "GET /api/v2/suggestions limit": async () =>
    expect((await ids("/api/v2/suggestions?limit=1")).length).toBeLessThan(2),
  "GET /api/v1/suggestions limit": async () =>
    expect((await ids("/api/v1/suggestions?limit=1")).length).toBeLessThan(2),
  "GET /api/v1/timelines/public local": async () =>
    expect(newestOf(await ids(`${publicly()}?limit=40&local=true`))).toContain(barks.other),
  "GET /api/v1/timelines/public remote": only(publicly, "remote=true", () => []),
  "GET /api/v1/timelines/public only_media": async () => {
    const shown = newestOf(await ids(`${publicly()}?limit=40&only_media=true`));
    expect(shown).toContain(barks.picture);
    expect(shown).not.toContain(barks.plain);
  },
  "GET /api/v1/timelines/tag/:hashtag local": async () =>
    expect(await ids(`${tagged()}?local=true`)).toContain(barks.plain),
  "GET /api/v1/timelines/tag/:hashtag remote": only(tagged, "remote=true", () => []),
  "GET /api/v1/timelines/tag/:hashtag only_media": only(tagged, "only_media=true", () => [barks.picture]),
  "GET /api/v1/timelines/tag/:hashtag any[]": async () =>
    only(
      () => `/api/v1/timelines/tag/${topic}a`,
      `any[]=${topic}b`,
      () => [barks.other, barks.picture, barks.mine],
    )(),
  "GET /api/v1/timelines/tag/:hashtag all[]": async () =>
    only(tagged, `all[]=${topic}b`, () => [barks.other, barks.mine])(),
  "GET /api/v1/timelines/tag/:hashtag none[]": async () =>
    only(tagged, `none[]=${topic}b`, () => [barks.reply, barks.picture, barks.plain])(),
  ...told("v1"),
  ...told("v2"),
  "GET /api/v2/notifications expand_accounts": async () => {
    const of = async (query: string) =>
      z
        .looseObject({ partial_accounts: z.array(z.unknown()).optional() })
        .parse(await me.get(`/api/v2/notifications?${query}`));
    expect((await of("expand_accounts=full")).partial_accounts).toBeUndefined();
    expect((await of("expand_accounts=partial_avatars")).partial_accounts).toBeDefined();
  },
  "GET /api/v2/notifications grouped_types[]": async () => {
    const likes = async (query: string) =>
      (await ids(`/api/v2/notifications?limit=40&types[]=favourite&${query}`)).length;
    expect(await likes("grouped_types[]=reblog")).toBeGreaterThan(await likes("grouped_types[]=favourite"));
  },
  ...counted("/api/v1/notifications/unread_count"),
  ...counted("/api/v2/notifications/unread_count"),
  "GET /api/v2/notifications/unread_count grouped_types[]": async () => {
    const of = (query: string) => count(`/api/v2/notifications/unread_count?types[]=favourite&${query}`);
    expect(await of("grouped_types[]=reblog")).toBeGreaterThan(await of("grouped_types[]=favourite"));
  },
};

describe("a parameter of a list", () => {
  it.each(Object.entries(CASES))("changes the answer: %s", async (_, run) => {
    expect.hasAssertions();
    await run();
  });

  it("is tried, paged by the test above, or ignored with a reason", () => {
    const paging = new Set(["max_id", "since_id", "min_id"]);
    const untried = [...LISTS, ...TABLE.filter(({ returns }) => returns === "Count")]
      .filter(({ state }) => state === "served")
      .flatMap((row) =>
        row.parameters
          .filter(
            (name) =>
              !isIgnored(row, name) && !paging.has(name) && !(name === "limit" && row.parameters.includes("max_id")),
          )
          .map((name) => `${nameOf(row)} ${name}`),
      )
      .filter((name) => !(name in CASES));
    expect(untried.filter((name) => !name.includes("/trends"))).toEqual([]);
  });
});
