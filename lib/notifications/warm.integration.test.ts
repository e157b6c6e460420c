import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { editBark } from "@/lib/history/writes";
import { driver } from "@/lib/neo4j";
import { alertsPage } from "@/lib/notifications/reads";
import { toNotification } from "@/lib/notifications/view";
import { notify } from "@/lib/notifications/writes";
import { block, unblock } from "@/lib/moderation/writes";
import { follow, unfollow } from "@/lib/people/writes";
import { like, react, rebark, unlike, unreact, unrebark } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { jobsOf } from "@/testing/alerts";
import { makePeople, type TestPerson } from "@/testing/people";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

/** A person's notifications, newest first. */
async function told({ id }: TestPerson): Promise<string[]> {
  const heard = await alertsPage(id, { limit: 40 });
  return heard
    .map(toNotification)
    .map(({ id: alert, type, account, status }) => [type, account.acct, status?.id, alert].join(" "));
}

/** The same, read from the graph alone. */
async function rebuilt(person: TestPerson): Promise<string[]> {
  await tcpRedis().del(keys.alerts(person.id));
  return told(person);
}

const live = async ({ id }: TestPerson) =>
  (await tcpRedis().xrange(keys.live(id), "-", "+")).filter(([, [kind]]) => kind === "notification").length;

/** Two people, of whom the first has a cached list and is connected, and a worker that runs all jobs since its last run. */
async function two() {
  const [me, other] = await makePeople(2);
  if (!me || !other) throw new Error("nobody");
  await told(me);
  await tcpRedis().zadd(keys.listening, Date.now(), me.id);
  const done = new Set<string>();
  const settle = async () => {
    const jobs = (await jobsOf(me, other)).filter(({ outboxId }) => !done.has(outboxId));
    for (const job of jobs) {
      await notify(job);
      done.add(job.outboxId);
    }
  };
  return { me, other, settle };
}

async function bark(author: TestPerson, text: string, more: { replyTo?: string; quotes?: string } = {}) {
  const created = await createBark(author.id, { text, ...more });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

const edit = (author: TestPerson, id: string, text: string) =>
  editBark(author.id, id, { text, spoiler: "", sensitive: false });

describe("a mention that an edit adds", () => {
  it("is added once, at the time of the edit, also to a cached list, and sent live", async () => {
    const { me, other, settle } = await two();
    const id = await bark(other, "Hello");
    await settle();
    expect(await told(me)).toEqual([]);
    await edit(other, id, `Hello @${me.handle}`);
    await settle();
    const [first] = await told(me);
    expect(await told(me)).toEqual([expect.stringMatching(new RegExp(`^mention ${other.handle} ${id} (?!${id})`))]);
    await edit(other, id, `Hello again @${me.handle}`);
    await settle();
    expect(await told(me)).toEqual([first]);
    expect(await live(me)).toBe(1);
    expect(await rebuilt(me)).toEqual([first]);
  });

  it("is not repeated for people the bark mentioned before, even if a version in between did not", async () => {
    const { me, other, settle } = await two();
    const id = await bark(other, `Hello @${me.handle}`);
    await settle();
    const first = await told(me);
    expect(first).toHaveLength(1);
    await edit(other, id, "Hello");
    await settle();
    expect(await told(me)).toEqual([]);
    await edit(other, id, `Hello @${me.handle}`);
    await settle();
    expect(await told(me)).toEqual(first);
    expect(await live(me)).toBe(1);
    expect(await rebuilt(me)).toEqual(first);
  });

  it("is not added for the author of the answered bark, who was already notified", async () => {
    const { me, other, settle } = await two();
    const id = await bark(other, "Yes", { replyTo: await bark(me, "Is it?") });
    await settle();
    const first = await told(me);
    await edit(other, id, `Yes @${me.handle}`);
    await settle();
    expect(await told(me)).toEqual(first);
    expect(await rebuilt(me)).toEqual(first);
  });
});

const ACTS = [
  ...(["bark", "mention", "reply", "quote", "edit in", "edit in", "edit out", "like mine", "unlike mine"] as const),
  ...(["react mine", "unreact mine", "rebark mine", "unrebark mine", "I like", "I unlike", "delete"] as const),
  ...(["follow", "unfollow", "I follow", "I unfollow", "block", "unblock"] as const),
];

describe("an edit of a bark that somebody liked", () => {
  it("is no longer told when they take the like back, and only then", async () => {
    const { me, other, settle } = await two();
    const id = await bark(other, "Hello");
    await like(me.id, id);
    await react(me.id, id, "🐸");
    await edit(other, id, "Hello again");
    await settle();
    const first = await told(me);
    expect(first).toEqual([expect.stringMatching(new RegExp(`^update ${other.handle} ${id} `))]);
    await unreact(me.id, id, "🐸");
    await settle();
    expect(await told(me)).toEqual(first);
    await unlike(me.id, id);
    await settle();
    expect(await told(me)).toEqual([]);
    expect(await rebuilt(me)).toEqual([]);
  });
});

describe("the cached list of alerts", () => {
  it("matches the graph after any acts and undos, in any order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.nat(2)), { maxLength: 14 }), async (acts) => {
        const { me, other, settle } = await two();
        const mine = await bark(me, "Mine");
        const theirs = [await bark(other, "Theirs")];
        const at = `@${me.handle}`;
        for (const [act, which] of acts) {
          const bone = theirs[which % theirs.length] ?? mine;
          const acted = {
            bark: async () => theirs.push(await bark(other, "Another")),
            mention: async () => theirs.push(await bark(other, `Hi ${at}`)),
            reply: async () => theirs.push(await bark(other, "So", { replyTo: mine })),
            quote: async () => theirs.push(await bark(other, "Look", { quotes: mine })),
            "edit in": () => edit(other, bone, `Edited ${at} ${which} ${Math.random()}`),
            "edit out": () => edit(other, bone, `Edited ${Math.random()}`),
            "like mine": () => like(other.id, mine),
            "unlike mine": () => unlike(other.id, mine),
            "react mine": () => react(other.id, mine, "🐸"),
            "unreact mine": () => unreact(other.id, mine, "🐸"),
            "rebark mine": () => rebark(other.id, mine),
            "unrebark mine": () => unrebark(other.id, mine),
            "I like": () => like(me.id, bone),
            "I unlike": () => unlike(me.id, bone),
            delete: () => deleteBark(other.id, bone),
            follow: () => follow(other.id, me.id),
            unfollow: () => unfollow(other.id, me.id),
            "I follow": () => follow(me.id, other.id, { notify: which > 0 }),
            "I unfollow": () => unfollow(me.id, other.id),
            block: () => block(me.id, other.id),
            unblock: () => unblock(me.id, other.id),
          }[act];
          // Acts that a block or a deletion made impossible are rejected and change nothing.
          await acted().catch(() => undefined);
          await settle();
        }
        const kept = await told(me);
        expect(kept).toEqual(await rebuilt(me));
      }),
      { numRuns: Number(process.env["ALERT_RUNS"] ?? 12), endOnFailure: true },
    );
  }, 300_000);
});
