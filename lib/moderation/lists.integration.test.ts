import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "@/app/api/routes";
import { describeApi } from "@/lib/http/openapi";
import { addMembers, createList } from "@/lib/lists/writes";
import { driver } from "@/lib/neo4j";
import { createPack } from "@/lib/packs/writes";
import { newcomers } from "@/lib/people/reads";
import { PERSON } from "@/lib/popular/rules";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { call } from "@/testing/api";
import { KINDS, makeCast, type Cast, type CastKind } from "@/testing/cast";
import { makeToken } from "@/testing/people";
import { ownPlace } from "@/testing/places";
import { until } from "@/testing/until";

/** Properties of a list, from which it follows who may be in it. */
interface List {
  /** `sought`: the viewer opens it to see who is in it; `offered`: it appears by itself; or exactly these kinds. */
  showing: "sought" | "offered" | readonly CastKind[];
  address: (cast: Cast) => string;
  /** Whose list it is: people the viewer follows, or people that only the friend follows. */
  of?: "near" | "far";
  /** Whether it reveals who follows somebody. */
  follows?: true;
  /** Whether it suggests people to those who do not know them. */
  suggests?: true;
  /** Whether it is a sample, in which nobody has to appear. */
  some?: true;
  /** Whether it is readable without signing in. */
  open?: true;
}

const on = (cast: Cast) => `/api/v1/statuses/${cast.friend.bark}`;
const who = (cast: Cast) => `/api/v1/accounts/${cast.friend.id}`;

/** A list that anybody may open to see who is in it. */
const readableByAll = (address: List["address"]): List => ({ showing: "sought", open: true, address });

/** Every list of people or barks in the API, by path. */
const LISTS: Record<string, List> = {
  "/api/v1/notifications": { showing: "offered", address: () => "/api/v1/notifications?limit=80" },
  "/api/v2/notifications": { showing: "offered", address: () => "/api/v2/notifications?limit=40" },
  "/api/v1/barker/statuses/{id}/reactions": readableByAll(
    ({ friend }) => `/api/v1/barker/statuses/${friend.bark}/reactions`,
  ),
  "/api/v1/bookmarks": { showing: "sought", address: () => "/api/v1/bookmarks?limit=40" },
  "/api/v1/favourites": { showing: "sought", address: () => "/api/v1/favourites?limit=40" },
  "/api/v1/statuses": readableByAll(
    ({ near }) => `/api/v1/statuses?${KINDS.map((kind) => `id[]=${near[kind].bark}`).join("&")}`,
  ),
  "/api/v1/statuses/{id}/context": readableByAll((cast) => `${on(cast)}/context`),
  "/api/v1/statuses/{id}/favourited_by": readableByAll((cast) => `${on(cast)}/favourited_by`),
  "/api/v1/statuses/{id}/quotes": readableByAll((cast) => `${on(cast)}/quotes`),
  "/api/v1/statuses/{id}/reblogged_by": readableByAll((cast) => `${on(cast)}/reblogged_by`),
  "/api/v1/accounts": readableByAll(
    ({ near }) => `/api/v1/accounts?${KINDS.map((kind) => `id[]=${near[kind].id}`).join("&")}`,
  ),
  "/api/v1/directory": {
    showing: "offered",
    suggests: true,
    some: true,
    open: true,
    address: () => "/api/v1/directory?order=new&limit=80",
  },
  "/api/v1/accounts/familiar_followers": {
    showing: "offered",
    follows: true,
    address: ({ friend }) => `/api/v1/accounts/familiar_followers?id[]=${friend.id}`,
  },
  "/api/v1/accounts/search": {
    showing: "sought",
    suggests: true,
    of: "far",
    address: ({ prefix }) => `/api/v1/accounts/search?q=${prefix}&limit=80`,
  },
  "/api/v1/barker/circles": {
    showing: "offered",
    suggests: true,
    of: "far",
    address: () => "/api/v1/barker/circles?degree=2&limit=80",
  },
  "/api/v1/barker/nearby": { showing: "offered", address: () => "/api/v1/barker/nearby?limit=40" },
  "/api/v1/barker/nearby/statuses": { showing: "offered", address: () => "/api/v1/barker/nearby/statuses?limit=40" },
  "/api/v1/barker/trends": {
    showing: "offered",
    some: true,
    address: () => "/api/v1/barker/trends?limit=20&personal=true",
  },
  "/api/v1/suggestions": {
    showing: "offered",
    suggests: true,
    of: "far",
    address: () => "/api/v1/suggestions?limit=80",
  },
  "/api/v2/suggestions": {
    showing: "offered",
    suggests: true,
    of: "far",
    address: () => "/api/v2/suggestions?limit=80",
  },
  "/api/v1/timelines/home": { showing: "offered", address: () => "/api/v1/timelines/home?limit=40" },
  "/api/v1/lists/{id}/accounts": { showing: "sought", address: () => `/api/v1/lists/${listId}/accounts?limit=80` },
  "/api/v1/barker/starter_packs/{id}/accounts": {
    showing: "sought",
    suggests: true,
    open: true,
    address: () => `/api/v1/barker/starter_packs/${packId}/accounts`,
  },
  "/api/v1/timelines/list/{id}": { showing: "offered", address: () => `/api/v1/timelines/list/${listId}?limit=40` },
  "/api/v1/timelines/public": {
    showing: "offered",
    of: "far",
    some: true,
    open: true,
    address: () => "/api/v1/timelines/public?limit=40",
  },
  "/api/v1/timelines/tag/{topic}": {
    showing: "offered",
    of: "far",
    open: true,
    address: ({ topic }) => `/api/v1/timelines/tag/${topic}?limit=40`,
  },
  "/api/v1/trends/statuses": { showing: "offered", open: true, address: () => "/api/v1/trends/statuses?limit=40" },
  "/api/v2/search": {
    showing: "offered",
    of: "far",
    address: ({ topic }) => `/api/v2/search?type=statuses&limit=40&q=%23${topic}`,
  },
  "/api/v1/accounts/{id}/endorsements": readableByAll((cast) => `${who(cast)}/endorsements?limit=80`),
  "/api/v1/accounts/{id}/followers": {
    showing: "sought",
    follows: true,
    open: true,
    address: (cast) => `${who(cast)}/followers?limit=80`,
  },
  "/api/v1/accounts/{id}/following": readableByAll((cast) => `${who(cast)}/following?limit=80`),
  "/api/v1/accounts/{id}/statuses": readableByAll((cast) => `${who(cast)}/statuses?limit=40`),
  "/api/v1/barker/accounts/{id}/likes": readableByAll(
    ({ friend }) => `/api/v1/barker/accounts/${friend.id}/likes?limit=40`,
  ),
  "/api/v1/endorsements": { showing: "sought", address: () => "/api/v1/endorsements?limit=80" },
  "/api/v1/blocks": { showing: ["blocked"], address: () => "/api/v1/blocks?limit=80" },
  "/api/v1/mutes": { showing: ["muted"], address: () => "/api/v1/mutes?limit=80" },
  "/api/v1/follow_requests": { showing: ["plain"], of: "far", address: () => "/api/v1/follow_requests?limit=80" },
};

/** Endpoints that return people but are not lists, and why, or where they are tested instead. */
const NO_LISTS: Record<string, string> = {
  "/api/v1/notifications/{id}": "one alert",
  "/api/v1/notifications/requests": "whom one keeps waiting: lib/notifications/list.integration.test.ts",
  "/api/v1/notifications/requests/{id}": "one of them",
  "/api/v2/notifications/{group_key}": "one row",
  "/api/v2/notifications/{group_key}/accounts": "the people of one row of alerts, weighed as all alerts are",
  "/api/v1/statuses/{id}": "one bark",
  "/api/v1/statuses/{id}/history": "one bark",
  "/api/v1/barker/accounts/{id}/path": "a chain to somebody: lib/circles/circles.integration.test.ts",
  "/api/v1/barker/starter_packs": "makers and a sample of the people in packs: lib/packs/packs.integration.test.ts",
  "/api/v1/barker/starter_packs/{id}": "the same of one pack",
  "/api/v1/barker/household": "whom one chose oneself: lib/household/household.integration.test.ts",
  "/api/v1/barker/e2ee/accounts/{account_id}": "one person",
  "/api/v1/barker/e2ee/conversations": "members, who know each other: lib/messages/requests.integration.test.ts",
  "/api/v1/barker/e2ee/conversations/{id}": "the same of one conversation",
  "/api/v1/accounts/{id}": "one person",
  "/api/v1/admin/accounts": "everybody, for staff: app/api/mastodon-parameters.integration.test.ts",
  "/api/v2/admin/accounts": "the same",
  "/api/v1/admin/accounts/{id}": "one of them",
  "/api/v1/admin/reports": "reports, for staff: lib/reports/reports.integration.test.ts",
  "/api/v1/admin/reports/{id}": "one of them",
  "/api/v1/admin/trends/statuses": "what trends, for staff: lib/trends/trends.integration.test.ts",
  "/api/v1/barker/town_hall/held": "what waits, for staff: app/api/held.integration.test.ts",
  "/api/v1/barker/town_hall/staff": "staff, for staff: lib/staff/staff.integration.test.ts",
  "/api/v1/barker/strikes": "what one was told oneself: lib/strikes/strikes.integration.test.ts",
  "/api/v1/accounts/lookup": "one person",
  "/api/v1/accounts/verify_credentials": "oneself",
};

const Named = z.object({ $ref: z.string() });
const Answers = z.object({ get: z.object({ responses: z.object({ 200: z.unknown() }) }) });

/** The paths whose GET returns people, according to the response schemas. */
function pathsWithPeople(): string[] {
  const { paths = {}, components } = describeApi(routes, "https://town.example");
  const holds = (part: unknown, seen: Set<string>): boolean => {
    if (typeof part !== "object" || part === null) return false;
    const name = Named.safeParse(part).data?.$ref.split("/").at(-1);
    if (name === undefined) return Object.values(part).some((inner) => holds(inner, seen));
    if (name.endsWith("Account")) return true;
    if (seen.has(name)) return false;
    return holds(components?.schemas?.[name], seen.add(name));
  };
  return Object.entries(paths).flatMap(([path, item]) => {
    const answers = Answers.safeParse(item).data?.get.responses[200];
    return holds(answers, new Set()) ? [path] : [];
  });
}

/** A response without the texts of people, which may mention others. */
const withoutWords = (json: unknown) =>
  JSON.stringify(json, (key, value: unknown) =>
    ["mentions", "in_reply_to_account_id", "content", "text"].includes(key) ? undefined : value,
  );

/** Whether somebody of a kind may be in a list; for signed-out visitors only what concerns everybody counts. */
function mayBeIn({ showing, follows, suggests, of = "near" }: List, kind: CastKind, signedIn: boolean): boolean {
  if (typeof showing !== "string") return showing.includes(kind);
  if (kind === "suspended" || kind === "leaving") return false;
  if (kind === "hiding") return !follows;
  if (kind === "unlisted") return !suggests;
  // Only who follows them is shown limited people, unless a list was opened to see who is in it.
  if (kind === "limited") return (signedIn && of === "near") || (showing === "sought" && !(suggests && of === "far"));
  if (!signedIn || kind === "plain") return true;
  return kind === "muted" && showing === "sought";
}

let cast: Cast;
/** A list of the viewer with everybody whom they follow. */
let listId: string;
/** A starter pack of the friend with everybody whom the viewer follows. */
let packId: string;
let token: string;

/** The kinds of people that occur in a response. */
const kindsIn = (json: unknown, { of = "near" }: List) => {
  const text = withoutWords(json);
  return KINDS.filter((kind) => text.includes(`"${cast[of][kind].id}"`));
};

beforeAll(async () => {
  cast = await makeCast(ownPlace());
  ({ token } = await makeToken(cast.viewer.id, ["read", "read:location"]));
  listId = (await createList(cast.viewer.id, { title: "All", replies_policy: "list", exclusive: false }))?.id ?? "";
  const near = KINDS.map((kind) => cast.near[kind].id);
  await addMembers(cast.viewer.id, listId, near);
  packId = (await createPack(cast.friend.id, { name: "All", description: "", account_ids: near })) ?? "";
  const popular = Object.values(cast.near).map(({ bark }, place) => ({
    score: 9_000 + place + 2 * PERSON,
    member: bark,
  }));
  for (const entry of popular) await tcpRedis().zadd(keys.popular, entry.score, entry.member);
}, 300_000);
afterAll(async () => {
  for (const { bark } of Object.values(cast.near)) await tcpRedis().zrem(keys.popular, bark);
  await driver().close();
});

describe("a list of people or barks", () => {
  it("is covered by this test, whatever endpoint returns it", () => {
    expect(pathsWithPeople().toSorted()).toEqual([...Object.keys(LISTS), ...Object.keys(NO_LISTS)].toSorted());
  });

  it.each(Object.entries(LISTS))("at %s shows its viewer nobody who must be hidden", async (_, list) => {
    const expected = KINDS.filter((kind) => mayBeIn(list, kind, true));
    const read = async () => {
      const { status, json } = await call("GET", list.address(cast), { token });
      expect(status).toBe(200);
      return kindsIn(json, list);
    };
    // The search index is updated shortly after a write.
    const shown = list.some ? await read() : await until(async () => hasAll(await read(), expected));
    expect(shown.filter((kind) => !expected.includes(kind))).toEqual([]);
  });

  it.each(Object.entries(LISTS).filter(([, { open }]) => open))(
    "at %s shows strangers nobody either",
    async (_, list) => {
      const expected = KINDS.filter((kind) => mayBeIn(list, kind, false));
      const { status, json } = await call("GET", list.address(cast));
      expect(status).toBe(200);
      const shown = kindsIn(json, list);
      expect(shown.filter((kind) => !expected.includes(kind))).toEqual([]);
      expect(list.some || hasAll(shown, expected)).toBeTruthy();
    },
  );

  it("of newcomers, which pages show, leaves out the same people", async () => {
    const list: List = { showing: "offered", suggests: true, of: "far", address: () => "" };
    for (const viewerId of [cast.viewer.id, null]) {
      const shown = kindsIn(await newcomers(viewerId, 200), list);
      expect(shown).toEqual(KINDS.filter((kind) => mayBeIn(list, kind, viewerId !== null)));
    }
  });
});

describe("a person who hides whom they follow", () => {
  it("shows no featured people to others, and appears among the followers of those they follow", async () => {
    const hiding = cast.near.hiding.id;
    const features = await call("GET", `/api/v1/accounts/${hiding}/endorsements`, { token });
    expect(features.json).toEqual([]);
    const own = (await makeToken(cast.friend.id, ["read"])).token;
    const followers = await call("GET", `/api/v1/accounts/${cast.friend.id}/followers?limit=80`, { token: own });
    expect(followers.text).toContain(`"${hiding}"`);
  });
});

function hasAll(shown: CastKind[], expected: CastKind[]): CastKind[] | null {
  return expected.every((kind) => shown.includes(kind)) ? shown : null;
}
