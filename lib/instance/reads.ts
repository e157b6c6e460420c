import { z } from "zod";
import { idFloor, mayMakeIds } from "@/lib/ids";
import { loader } from "@/lib/loader";
import { log } from "@/lib/log";
import { IdRow, read } from "@/lib/neo4j";
import { findPersonId, findVisibleAccount } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";
import { redis } from "@/lib/redis";
import { townSettings } from "@/lib/settings/reads";
import { singleton } from "@/lib/singleton";
import { isShuttingDown } from "@/lib/shutdown";
import { DAY_MS, HOUR_MS } from "@/lib/time";

const Counts = z.object({ people: z.number(), barks: z.number() });

const counts = singleton("instance-counts", () =>
  loader<z.infer<typeof Counts>>({
    ttl: 10_000,
    size: 1,
    load: async (keys) => {
      const [row] = await read("instance/counts", {}, Counts);
      return new Map(row ? keys.map((key) => [key, row]) : []);
    },
  }),
);

/** The number of people and barks, cached for ten seconds. */
export async function instanceCounts(): Promise<{ people: number; barks: number }> {
  return (await counts().get("all")) ?? { people: 0, barks: 0 };
}

const Active = z.object({ people: z.number() });
const WEEK_MS = 7 * DAY_MS;
/** How many weeks of activity are told: Mastodon's number. */
const WEEKS = 12;

/** How many people used Barker in the last month and the last half year. */
interface ActivePeople {
  month: number;
  halfYear: number;
}

const active = singleton("instance-active", () =>
  loader<ActivePeople>({
    ttl: HOUR_MS,
    size: 1,
    load: async (keys) => {
      const since = async (days: number) =>
        (await read("instance/active", { since: Date.now() - days * DAY_MS }, Active))[0]?.people ?? 0;
      const [month, halfYear] = await Promise.all([since(30), since(182)]);
      return new Map(keys.map((key) => [key, { month, halfYear }]));
    },
  }),
);

/** How many people used Barker lately, in a browser or through an app; counted once an hour. */
export async function activePeople(): Promise<ActivePeople> {
  return (await active().get("all")) ?? { month: 0, halfYear: 0 };
}

const Created = z.object({ barks: z.number(), logins: z.number(), people: z.number() });

/** What was created in a week that begins at `at` (Unix ms). */
interface Week extends z.infer<typeof Created> {
  at: number;
}

const weeks = singleton("instance-weeks", () =>
  loader<Week>({
    ttl: HOUR_MS,
    size: 2 * WEEKS,
    load: async (keys) => {
      const week = async (key: string): Promise<[string, Week]> => {
        const at = Number(key);
        const range = { from: idFloor(at), to: idFloor(at + WEEK_MS) };
        const [row] = await read("instance/created_between", range, Created);
        return [key, { at, ...(row ?? { barks: 0, logins: 0, people: 0 }) }];
      };
      return new Map(await Promise.all(keys.map(week)));
    },
  }),
);

/** The barks, sign-ins and new people of the last twelve weeks, newest first; a week begins on Monday, in UTC. */
export async function weeklyActivity(): Promise<Week[]> {
  // The epoch was on a Thursday.
  const monday = Math.floor((Date.now() + 3 * DAY_MS) / WEEK_MS) * WEEK_MS - 3 * DAY_MS;
  const starts = Array.from({ length: WEEKS }, (_, ago) => String(monday - ago * WEEK_MS));
  return (await weeks().getMany(starts)).flatMap((week) => week ?? []);
}

const contact = singleton("instance-contact", () =>
  loader<Account>({
    ttl: 60_000,
    size: 1,
    load: async (keys) => {
      const id = await contactId();
      const account = id === null ? null : await findVisibleAccount(null, id);
      return new Map(account ? keys.map((key) => [key, account]) : []);
    },
  }),
);

/**
 * The account by which the operators can be reached: that of the town's settings or of `BARKER_CONTACT`, else of the
 * person who joined first, since clients expect that there is one. Null on an empty server.
 */
export async function contactAccount(): Promise<Account | null> {
  return (await contact().get("contact")) ?? null;
}

async function contactId(): Promise<string | null> {
  const handle = (await townSettings()).contact_handle;
  const named = handle === "" ? null : await findPersonId(handle);
  if (named !== null) return named;
  if (handle !== "") log().warn({ handle }, "the contact of this town names nobody here");
  return (await read("instance/first_person", {}, IdRow))[0]?.id ?? null;
}

const One = z.object({ one: z.literal(1) });

/** Whether this process can serve: it needs its stores and a worker number, and must not be shutting down. */
export async function readiness(): Promise<{ ready: boolean; neo4j: boolean; redis: boolean }> {
  const answers = (asked: Promise<unknown>) =>
    asked.then(
      () => true,
      () => false,
    );
  const [neo4j, pong] = await Promise.all([answers(read("instance/ping", {}, One)), answers(redis().ping())]);
  return { ready: neo4j && pong && mayMakeIds() && !isShuttingDown(), neo4j, redis: pong };
}
