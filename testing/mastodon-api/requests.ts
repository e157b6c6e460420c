import { env } from "@/lib/env";
import { deliverAlertsOf } from "@/testing/alerts";
import { type Sent, signUpForm } from "@/testing/api";
import { makeApplicant } from "@/testing/applicants";
import { makeToken } from "@/testing/people";
import { nameOf } from "@/testing/mastodon-api";
import type { Row } from "@/testing/mastodon-api/rows";
import {
  announceForTests,
  Caller,
  inHours,
  makeFilter,
  POLL,
  pictureForm,
  registerApp,
  subscription,
  TOPIC,
  type World,
} from "@/testing/mastodon-api/world";
import { freshDomain } from "@/testing/town-domains";
import { z } from "zod";

/** What a path's parameter is an id of, by the path. */
const KINDS: [RegExp, string][] = [
  [/\/(lists|list)\/:/, "list"],
  [/filters\/keywords\/:|\/v1\/filters\/:/, "keyword"],
  [/filters\/statuses\/:/, "filterStatus"],
  [/filters\/:/, "filter"],
  [/featured_tags\/:/, "featured"],
  [/media\/:/, "media"],
  [/requests\/:id\/(authorize|reject)/, "asking"],
  [/notifications\/requests\/:/, "request"],
  [/admin\/accounts\/:id\/(approve|reject)/, "applicant"],
  [/admin\/accounts\/:/, "managed"],
  [/email_domain_blocks\/:/, "domainBlock"],
  [/reports\/:/, "report"],
  [/notifications\/:group_key/, "group"],
  [/notifications\/:/, "notification"],
  [/(tags|tag)\/:/, "topic"],
  [/(accounts|suggestions)\/:/, "person"],
  [/polls\/:/, "poll"],
  [/scheduled_statuses\/:/, "scheduled"],
  [/\/card$/, "linking"],
  [/statuses\/:/, "status"],
  [/announcements\/:/, "announcement"],
  [/annual_reports\/:/, "year"],
];

const kindOf = (path: string): string => KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? "nothing";

/** What is read: the ids in a populated world. */
function idsToRead({ friend, ids }: World): Record<string, string> {
  return { ...ids, person: friend.id, managed: friend.id, topic: TOPIC, year: "2026", nothing: "1" };
}

/** What is changed: made anew for each request. */
const MAKERS: Record<string, (me: Caller) => Promise<string>> = {
  list: (me) => me.make("/api/v1/lists", { title: "Weir" }),
  keyword: async (me) => (await makeFilter(me, await me.bark("Drizzle"))).keyword,
  filterStatus: async (me) => (await makeFilter(me, await me.bark("Drizzle"))).filterStatus,
  filter: async (me) => (await makeFilter(me, await me.bark("Drizzle"))).filter,
  featured: (me) => me.make("/api/v1/featured_tags", { name: TOPIC }),
  media: (me) => me.picture(),
  asking: async (me) => {
    await me.send("PATCH", "/api/v1/accounts/update_credentials", { locked: true });
    const other = await Caller.join();
    await other.send("POST", `/api/v1/accounts/${me.id}/follow`);
    return other.id;
  },
  request: async (me) => {
    await me.send("PATCH", "/api/v2/notifications/policy", { for_not_following: "filter" });
    return (await likedBy(me)).id;
  },
  group: async (me) => (await newest(me)).group_key,
  notification: async (me) => (await newest(me)).id,
  managed: async () => (await Caller.join()).id,
  domainBlock: (me) => me.make("/api/v1/admin/email_domain_blocks", { domain: freshDomain() }),
  applicant: () => makeApplicant(),
  report: async (me) => me.make("/api/v1/reports", { account_id: (await Caller.join()).id }),
  topic: () => Promise.resolve(TOPIC),
  person: (me) => followed(me),
  status: (me) => me.bark("Something"),
  poll: async () => (await Caller.join()).bark("Which?", { poll: POLL }),
  scheduled: (me) => me.make("/api/v1/statuses", { status: "Later", scheduled_at: inHours(1) }),
  announcement: () => announceForTests(),
  year: () => Promise.resolve("2026"),
  nothing: () => Promise.resolve("1"),
};

/** Has somebody like a bark of this person. */
async function likedBy(me: Caller): Promise<Caller> {
  const other = await Caller.join();
  await other.send("POST", `/api/v1/statuses/${await me.bark("Like me")}/favourite`);
  await deliverAlertsOf(other);
  return other;
}

async function newest(me: Caller): Promise<{ id: string; group_key: string }> {
  await likedBy(me);
  const [one] = z
    .array(z.object({ id: z.string(), group_key: z.string() }))
    .parse(await me.get("/api/v1/notifications"));
  if (!one) throw new Error("nobody was told");
  return one;
}

/** What is sent in the query of those that need something there. */
const QUERIES: Record<string, (world: World) => string> = {
  "GET /api/v1/accounts": ({ friend }) => `id[]=${friend.id}`,
  "GET /api/v1/statuses": ({ ids }) => `id[]=${ids["status"]}`,
  "GET /api/v1/accounts/relationships": ({ friend }) => `id[]=${friend.id}`,
  "GET /api/v1/accounts/familiar_followers": ({ stranger }) => `id[]=${stranger.id}`,
  "GET /api/v1/accounts/search": ({ friend }) => `q=${friend.handle}`,
  "GET /api/v1/accounts/lookup": ({ friend }) => `acct=${friend.handle}`,
  "GET /api/v2/search": ({ friend }) => `q=${friend.handle}`,
  "GET /api/oembed": ({ me, ids }) => {
    const page = new URL(`/@${me.handle}/${ids["status"]}`, env().BARKER_ORIGIN);
    return `url=${encodeURIComponent(page.href)}`;
  },
  "GET /api/v1/markers": () => "timeline[]=home&timeline[]=notifications",
};

/** What is sent in the body of those that need one. */
const BODIES: Record<string, (me: Caller) => Sent | Promise<Sent>> = {
  "POST /api/v1/accounts": () => ({ json: signUpForm() }),
  "PATCH /api/v1/accounts/update_credentials": () => ({ json: { display_name: "Otter" } }),
  "PATCH /api/v1/profile": () => ({ json: { display_name: "Otter" } }),
  "POST /api/v1/accounts/:id/note": () => ({ json: { comment: "Met at the weir" } }),
  "POST /api/v1/featured_tags": () => ({ json: { name: TOPIC } }),
  "POST /api/v1/lists": () => ({ json: { title: "Weir" } }),
  "PUT /api/v1/lists/:id": () => ({ json: { title: "Bank" } }),
  "POST /api/v1/lists/:id/accounts": async (me) => ({ json: { account_ids: [await followed(me)] } }),
  "DELETE /api/v1/lists/:id/accounts": async (me) => ({ json: { account_ids: [await followed(me)] } }),
  "POST /api/v2/filters": () => ({ json: { title: "Rain", context: ["home"] } }),
  "PUT /api/v2/filters/:id": () => ({ json: { title: "Rain" } }),
  "POST /api/v2/filters/:id/keywords": () => ({ json: { keyword: "hail" } }),
  "PUT /api/v2/filters/keywords/:id": () => ({ json: { keyword: "hail" } }),
  "POST /api/v2/filters/:id/statuses": async (me) => ({ json: { status_id: await me.bark("Hail") } }),
  "POST /api/v1/filters": () => ({ json: { phrase: "hail", context: ["home"] } }),
  "PUT /api/v1/filters/:id": () => ({ json: { phrase: "hail", context: ["home"] } }),
  "POST /api/v1/reports": async () => ({ json: { account_id: (await Caller.join()).id, comment: "Too early" } }),
  "POST /api/v1/admin/accounts/:id/action": () => ({ json: { type: "silence", text: "Too loud" } }),
  "POST /api/v1/admin/email_domain_blocks": () => ({ json: { domain: freshDomain() } }),
  "POST /api/v1/admin/measures": () => ({
    json: {
      keys: ["active_users", "new_users", "interactions", "opened_reports", "tag_uses", "instance_media_attachments"],
      start_at: inHours(-48),
      end_at: inHours(0),
      tag_uses: { id: TOPIC },
      instance_media_attachments: { domain: "elsewhere.example" },
    },
  }),
  "PUT /api/v1/admin/reports/:id": () => ({ json: { category: "spam" } }),
  "POST /api/v1/markers": async (me) => ({ json: { home: { last_read_id: await me.bark("Read") } } }),
  "PATCH /api/v2/notifications/policy": () => ({ json: { for_new_accounts: "filter" } }),
  "PUT /api/v1/notifications/policy": () => ({ json: { filter_new_accounts: true } }),
  "POST /api/v1/notifications/requests/accept": async (me) => ({ json: { id: [await MAKERS["request"]?.(me)] } }),
  "POST /api/v1/notifications/requests/dismiss": async (me) => ({ json: { id: [await MAKERS["request"]?.(me)] } }),
  "POST /api/v1/push/subscription": () => ({ json: subscription() }),
  "PUT /api/v1/push/subscription": async (me) => {
    await me.send("POST", "/api/v1/push/subscription", subscription(), { token: await me.token(["push"]) });
    return { json: { data: { alerts: { follow: true } } } };
  },
  "POST /api/v1/statuses": () => ({ json: { status: "Hello" } }),
  "PUT /api/v1/statuses/:id": () => ({ json: { status: "Hello again" } }),
  "PUT /api/v1/statuses/:id/interaction_policy": () => ({ json: { quote_approval_policy: "nobody" } }),
  "POST /api/v1/polls/:id/votes": () => ({ json: { choices: [0] } }),
  "PUT /api/v1/scheduled_statuses/:id": () => ({ json: { scheduled_at: inHours(2) } }),
  "POST /api/v2/media": async () => ({ body: await pictureForm() }),
  "POST /api/v1/media": async () => ({ body: await pictureForm() }),
  "PUT /api/v1/media/:id": () => ({ json: { description: "Fog" } }),
  "POST /api/v1/apps": () => ({ json: { client_name: "Sparrow", redirect_uris: "https://app.example/cb" } }),
  "POST /oauth/token": async () => ({ json: { grant_type: "client_credentials", ...(await registerApp()) } }),
  "POST /oauth/revoke": async (me) => {
    const { token, clientId: client_id, clientSecret: client_secret } = await makeToken(me.id);
    return { json: { token, client_id, client_secret } };
  },
};

async function followed(me: Caller): Promise<string> {
  const { id } = await Caller.join();
  await me.send("POST", `/api/v1/accounts/${id}/follow`);
  return id;
}

/** A request that a row describes, and the person who may send it. */
export interface Prepared {
  me: Caller;
  path: string;
  sent: Sent;
}

/** Prepares a request: reads look at the world, writes at something new. */
export async function prepare(row: Row, world: World): Promise<Prepared> {
  if (row.method === "GET") {
    const query = QUERIES[nameOf(row)]?.(world) ?? "";
    const path = row.path.replace(/:\w+/, () => idsToRead(world)[kindOf(row.path)] ?? "");
    return { me: world.me, path: query ? `${path}?${query}` : path, sent: {} };
  }
  const me = await Caller.join();
  if (row.path.includes("/admin/")) await me.own();
  const [first, second] = row.path.match(/:\w+/g) ?? [];
  let { path } = row;
  if (first) path = path.replace(first, encodeURIComponent((await MAKERS[kindOf(row.path)]?.(me)) ?? ""));
  if (second) path = path.replace(second, await secondId(me, path));
  return { me, path, sent: (await BODIES[nameOf(row)]?.(me)) ?? {} };
}

/** The quote in the path of a quoted bark, or the emoji of a reaction. */
async function secondId(me: Caller, path: string): Promise<string> {
  if (path.includes("/reactions/")) return encodeURIComponent("🌾");
  const [, quoted] = /statuses\/(\d+)/.exec(path) ?? [];
  if (quoted === undefined) return "1";
  return (await Caller.join()).bark("Look", { quoted_status_id: quoted });
}
