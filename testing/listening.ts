import { z } from "zod";
import { createBark } from "@/lib/barks/writes";
import { GroupedNotifications, Notification } from "@/lib/notifications/schema";
import { like } from "@/lib/reactions/writes";
import { deliverAlertsOf } from "@/testing/alerts";
import { call } from "@/testing/api";
import { makePeople, makePerson, makeToken, type TestPerson } from "@/testing/people";

export const Notifications = z.array(Notification);

/** Creates a person with a token and functions to read their notifications from the API. */
export async function listener() {
  const me = await makePerson();
  const { token } = await makeToken(me.id);
  const get = (path: string) => call("GET", path, { token });
  const send = (method: string, path: string, json?: unknown) => call(method, path, { token, json });
  const list = async (query = "") => Notifications.parse((await get(`/api/v1/notifications?${query}`)).json);
  const rows = async (query = "") => GroupedNotifications.parse((await get(`/api/v2/notifications?${query}`)).json);
  const told = async (query = "") => (await list(query)).map(({ type, account }) => `${type} ${account.acct}`);
  return { ...me, get, send, list, rows, told };
}

/** Creates a bark. @returns its id */
export async function bark(author: TestPerson, text = "Hello", replyTo?: string): Promise<string> {
  const created = await createBark(author.id, { text, replyTo });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

/** Creates a bark that several people like. */
export async function liked(author: TestPerson, likers: number): Promise<{ id: string; others: TestPerson[] }> {
  const [id, others] = [await bark(author), await makePeople(likers)];
  for (const other of others) await like(other.id, id);
  await deliverAlertsOf(...others);
  return { id, others };
}
