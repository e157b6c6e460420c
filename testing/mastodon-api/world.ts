import { createECDH, randomBytes } from "node:crypto";
import { z } from "zod";
import { announce } from "@/lib/announcements/writes";
import { attachCard, storeCard } from "@/lib/cards/writes";
import { recordActs } from "@/lib/popular/writes";
import { countTrends } from "@/lib/trends/writes";
import { deliverAlertsOf, jobsOf } from "@/testing/alerts";
import { type Answer, call, type Sent } from "@/testing/api";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { photo } from "@/testing/pictures";
import { employ, TESTS } from "@/testing/staff";
import { freshDomain } from "@/testing/town-domains";

/** All that an app can be allowed, besides the scopes that must be asked for by name. */
export const EVERYTHING = ["read", "write", "follow", "push", "profile", "admin:read", "admin:write"];
/** The topic of the barks of a world. */
export const TOPIC = "fog";
/** A link that has a card. */
const LINK = "https://a.example/b";

/** A poll for a bark. */
export const POLL = { options: ["Fog", "Rain"], expires_in: 600 };

export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const Id = z.object({ id: z.string() });

/** Somebody with an app. */
export class Caller {
  private readonly tokens = new Map<string, string>();
  private constructor(
    readonly id: string,
    readonly handle: string,
  ) {}

  static async join(): Promise<Caller> {
    const { id, handle } = await makePerson();
    return new Caller(id, handle);
  }

  /** Makes them an owner of the town. @returns themselves */
  async own(): Promise<this> {
    await employ(this, "owner");
    return this;
  }

  async token(scopes = EVERYTHING): Promise<string> {
    const name = scopes.join(" ");
    const token = this.tokens.get(name) ?? (await makeToken(this.id, scopes)).token;
    this.tokens.set(name, token);
    return token;
  }

  async send(method: string, path: string, json?: unknown, sent: Sent = {}): Promise<Answer> {
    const answer = await call(method, path, {
      token: await this.token(),
      ...(json !== undefined && { json }),
      ...sent,
    });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }

  async get(path: string): Promise<unknown> {
    return (await this.send("GET", path)).json;
  }

  /** Creates something. @returns its id */
  async make(path: string, json?: unknown, sent?: Sent): Promise<string> {
    return Id.parse((await this.send("POST", path, json, sent)).json).id;
  }

  bark(status: string, more: Record<string, unknown> = {}): Promise<string> {
    return this.make("/api/v1/statuses", { status, language: "en", ...more });
  }

  async picture(): Promise<string> {
    return this.make("/api/v2/media", undefined, { body: await pictureForm() });
  }
}

/** A picture as it is uploaded. */
export async function pictureForm(name = "file"): Promise<FormData> {
  const form = new FormData();
  form.set(name, new Blob([new Uint8Array(await photo(60, 40, "png"))], { type: "image/png" }), "fog.png");
  return form;
}

let announced: Promise<string> | undefined;

/** Announces something, once: only a few run at the same time. @returns its id */
export function announceForTests(): Promise<string> {
  return (announced ??= announce(TESTS, { text: "The weir is [closed](/about).", expires_in: 3_600 }).then(
    ({ id }) => id,
  ));
}

/** A new push subscription. */
export function subscription() {
  const p256dh = createECDH("prime256v1").generateKeys().toString("base64url");
  const keys = { p256dh, auth: randomBytes(16).toString("base64url") };
  return {
    subscription: { endpoint: `https://push.example.org/${randomBytes(8).toString("hex")}`, keys },
    data: { alerts: { mention: true }, policy: "all" },
  };
}

/** A new app that may do everything, as it registered. */
export async function registerApp() {
  const app = { client_name: "Tests", redirect_uris: "urn:ietf:wg:oauth:2.0:oob", scopes: "read write" };
  const { json } = await call("POST", "/api/v1/apps", { json: app });
  return z.object({ client_id: z.string(), client_secret: z.string() }).parse(json);
}

/** A token of no person. */
export async function appToken(scopes = EVERYTHING): Promise<string> {
  return (await makeToken(null, scopes)).token;
}

/** A person with something of everything that can be read, and a friend and a stranger who did it with them. */
export interface World {
  me: Caller;
  friend: Caller;
  stranger: Caller;
  /** Ids by what a path calls them. */
  ids: Record<string, string>;
}

export async function makeWorld(): Promise<World> {
  const [me, friend, stranger] = await Promise.all([Caller.join(), Caller.join(), Caller.join()]);
  await me.own();
  const [asking, unwanted, tiresome] = await Promise.all([makePerson(), makePerson(), makePerson()]);
  for (const [one, other] of [
    [me, friend],
    [friend, me],
    [friend, stranger],
    [stranger, friend],
  ] as const)
    await one.send("POST", `/api/v1/accounts/${other.id}/follow`);
  await me.send("PATCH", "/api/v1/accounts/update_credentials", {
    locked: true,
    note: "I like #fog",
    fields_attributes: [{ name: "Weir", value: "https://weir.example" }],
  });
  const text = `Good morning @${friend.handle} https://a.example/b #${TOPIC}`;
  const status = await me.bark(text, { media_ids: [await me.picture()], sensitive: true, spoiler_text: "Fog" });
  const reply = await friend.bark(`And to you @${me.handle}`, { in_reply_to_id: status });
  await me.bark("Thank you #rain", { in_reply_to_id: reply });
  const poll = await friend.bark("Which?", { poll: POLL });
  const scheduled = await me.make("/api/v1/statuses", { status: "Later", scheduled_at: inHours(1) });
  const quote = await friend.bark("Look", { quoted_status_id: status });
  for (const who of [friend, stranger]) {
    await who.send("POST", `/api/v1/statuses/${status}/favourite`);
    await who.send("POST", `/api/v1/statuses/${status}/reblog`);
  }
  await friend.send("PUT", `/api/v1/barker/statuses/${status}/reactions/%F0%9F%94%A5`);
  for (const deed of ["favourite", "bookmark", "reblog"]) await me.send("POST", `/api/v1/statuses/${reply}/${deed}`);
  await me.send("POST", `/api/v1/statuses/${status}/pin`);
  await me.send("PUT", `/api/v1/statuses/${status}`, { status: `${text} again`, sensitive: true, spoiler_text: "Fog" });
  const card = { title: "The weir in the fog", description: "A walk", siteName: "Mill Pond", author: "Owl" };
  await storeCard({ address: LINK, ...card });
  const linking = await me.bark(`Read this ${LINK}`);
  await attachCard(linking, LINK);
  for (const who of [friend, stranger]) await who.bark(`No sun #${TOPIC}`);
  for (const job of await jobsOf(me, friend, stranger)) await countTrends(job);
  for (const barkId of [status, reply]) for (const who of [me, friend, stranger]) await recordActs(barkId, who.id);
  await follow(asking, me);
  await me.send("POST", `/api/v1/accounts/${unwanted.id}/block`);
  await me.send("POST", `/api/v1/accounts/${tiresome.id}/mute`, { duration: 600 });
  await me.send("POST", `/api/v1/accounts/${friend.id}/endorse`);
  await friend.send("POST", `/api/v1/accounts/${stranger.id}/endorse`);
  await me.send("POST", `/api/v1/tags/${TOPIC}/follow`);
  const featured = await me.make("/api/v1/featured_tags", { name: TOPIC });
  await friend.make("/api/v1/featured_tags", { name: TOPIC });
  const list = await me.make("/api/v1/lists", { title: "Weir" });
  await me.send("POST", `/api/v1/lists/${list}/accounts`, { account_ids: [friend.id] });
  const filter = await makeFilter(me, reply);
  const report = await me.make("/api/v1/reports", { account_id: friend.id, status_ids: [reply], rule_ids: ["1"] });
  await me.send("POST", `/api/v1/admin/reports/${report}/assign_to_self`);
  const domainBlock = await me.make("/api/v1/admin/email_domain_blocks", { domain: freshDomain() });
  // A subscription belongs to its token.
  await me.send("POST", "/api/v1/push/subscription", subscription(), { token: await me.token(["push"]) });
  await deliverAlertsOf(friend, stranger, asking);
  await me.send("POST", "/api/v1/markers", { home: { last_read_id: status }, notifications: { last_read_id: "1" } });
  await friend.send("PUT", `/api/v1/announcements/${await announceForTests()}/reactions/${encodeURIComponent("🌾")}`);
  const newcomer = await Caller.join();
  await me.send("PATCH", "/api/v2/notifications/policy", { for_not_following: "filter" });
  await newcomer.send("POST", `/api/v1/statuses/${status}/favourite`);
  await deliverAlertsOf(newcomer);
  const [notification] = z.array(Id).parse(await me.get("/api/v1/notifications"));
  const groups = z.object({ notification_groups: z.array(z.object({ group_key: z.string() })) });
  const [group] = groups.parse(await me.get("/api/v2/notifications")).notification_groups;
  const ids = {
    status,
    reply,
    quote,
    linking,
    poll,
    scheduled,
    featured,
    list,
    report,
    domainBlock,
    ...filter,
    request: newcomer.id,
    asking: asking.id,
  };
  return {
    me,
    friend,
    stranger,
    ids: { ...ids, notification: notification?.id ?? "", group: group?.group_key ?? "", media: await me.picture() },
  };
}

async function follow(who: TestPerson, other: Caller): Promise<void> {
  const { token } = await makeToken(who.id);
  await call("POST", `/api/v1/accounts/${other.id}/follow`, { token });
}

/** Creates a filter with a word and a bark. @returns their ids */
export async function makeFilter(who: Caller, status: string) {
  const form = { title: "Weather", context: ["home"], keywords_attributes: [{ keyword: "drizzle", whole_word: true }] };
  const filter = await who.make("/api/v2/filters", form);
  const filterStatus = await who.make(`/api/v2/filters/${filter}/statuses`, { status_id: status });
  const [word] = z.array(Id).parse(await who.get(`/api/v2/filters/${filter}/keywords`));
  return { filter, filterStatus, keyword: word?.id ?? "" };
}
