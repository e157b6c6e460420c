import { expect } from "vitest";
import { z } from "zod";
import { deliverAlertsOf } from "@/testing/alerts";
import { call } from "@/testing/api";
import { TABLE } from "@/testing/mastodon-api";
import { Caller } from "@/testing/mastodon-api/world";
import { freshHandle } from "@/testing/people";

/** The items of a list by what they are named by. */
const Items = z.array(
  z.union([
    z.object({ id: z.string() }).transform(({ id }) => id),
    z.object({ group_key: z.string() }).transform((group) => group.group_key),
    z.object({ account: z.object({ id: z.string() }) }).transform(({ account }) => account.id),
  ]),
);
const Answer = z.union([Items, z.object({ notification_groups: Items }).transform((all) => all.notification_groups)]);

export let me: Caller;
export let friends: Caller[];
export let topic: string;
export let list: string;
/** Barks: of the first friend in the order in which they were written, and one of mine that all of them acted on. */
export let barks: Record<"plain" | "picture" | "reply" | "other" | "rebark" | "mine", string>;

const each = async (act: (friend: Caller) => Promise<unknown>) => {
  for (const friend of friends) await act(friend);
};

/** Creates a person whose lists all have several entries. To be called before anything else. */
export async function fillLists(): Promise<void> {
  me = await (await Caller.join()).own();
  friends = await Promise.all([Caller.join(), Caller.join(), Caller.join()]);
  topic = `t${freshHandle()}`;
  const [friend = me, second = me] = friends;
  await each(({ id }) => me.send("POST", `/api/v1/accounts/${id}/follow`));
  const mine = await me.bark(`Mine #${topic} #${topic}b`);
  const plain = await friend.bark(`Plain #${topic}`);
  const picture = await friend.bark(`Picture #${topic} #${topic}a`, { media_ids: [await friend.picture()] });
  const reply = await friend.bark(`Reply #${topic}`, { in_reply_to_id: mine });
  const other = await second.bark(`Other #${topic}b #${topic}`);
  const rebark = await friend.make(`/api/v1/statuses/${other}/reblog`);
  barks = { plain, picture, reply, other, rebark, mine };
  await friend.send("POST", `/api/v1/statuses/${plain}/pin`);
  for (const id of [plain, picture, other])
    for (const deed of ["favourite", "bookmark"]) await me.send("POST", `/api/v1/statuses/${id}/${deed}`);
  await each(async (one) => {
    await one.send("POST", `/api/v1/accounts/${me.id}/follow`);
    await one.send("POST", `/api/v1/statuses/${mine}/favourite`);
    await one.send("POST", `/api/v1/statuses/${mine}/reblog`);
    await one.bark("Quote", { quoted_status_id: mine, visibility: "unlisted" });
    await me.send("POST", `/api/v1/accounts/${one.id}/endorse`);
  });
  for (const name of ["a", "b", "c"]) await me.send("POST", `/api/v1/tags/${topic}${name}/follow`);
  list = await me.make("/api/v1/lists", { title: "Weir" });
  await me.send("POST", `/api/v1/lists/${list}/accounts`, { account_ids: friends.map(({ id }) => id) });
  await deliverAlertsOf(...friends);
}

export const read = async (path: string) => {
  const answer = await call("GET", path, { token: await me.token() });
  expect(answer.status, `${path}: ${answer.text}`).toBe(200);
  const bound = (rel: string) =>
    new RegExp(`[?&](?:max|min)_id=(\\w+)[^>]*>; rel="${rel}"`).exec(answer.headers.get("link") ?? "")?.[1];
  return { ids: Answer.parse(answer.json), older: bound("next") ?? "", newer: bound("prev") ?? "" };
};
export const ids = async (path: string) => (await read(path)).ids;

/** The rows of lists. */
export const LISTS = TABLE.filter(
  ({ state, method, returns }) =>
    state === "served" && method === "GET" && (returns.endsWith("[]") || returns === "GroupedNotificationsResults"),
);
