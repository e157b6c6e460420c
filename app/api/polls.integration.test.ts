import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { barkViews } from "@/lib/barks/reads";
import { purgeBark } from "@/lib/barks/writes";
import { Job } from "@/lib/delivery/schema";
import { driver } from "@/lib/neo4j";
import { notify } from "@/lib/notifications/writes";
import { Poll } from "@/lib/polls/schema";
import { endPolls } from "@/lib/polls/writes";
import { call, type Sent } from "@/testing/api";
import { makePeople, makeToken, type TestPerson } from "@/testing/people";

afterAll(() => driver().close());

const Bark = z.object({ id: z.string(), created_at: z.string(), poll: Poll.nullable() });
const Asked = Bark.extend({ poll: Poll });

interface Somebody extends TestPerson {
  token: string;
}
let author: Somebody;
let reader: Somebody;

const somebody = async (count: number) =>
  Promise.all((await makePeople(count)).map(async (one) => ({ ...one, ...(await makeToken(one.id)) })));

beforeEach(async () => {
  const [first, second] = await somebody(2);
  if (!first || !second) throw new Error("nobody");
  [author, reader] = [first, second];
});

const TEA = { options: ["Tea", "Coffee", "Neither"], expires_in: 300 };
const bark = (sent: Sent) => call("POST", "/api/v1/statuses", { token: author.token, ...sent });
const ask = async (poll: object = {}) =>
  Asked.parse((await bark({ json: { status: "What do you drink?", poll: { ...TEA, ...poll } } })).json);
const vote = ({ token }: Pick<Somebody, "token">, id: string, choices: unknown, headers = {}) =>
  call("POST", `/api/v1/polls/${id}/votes`, { token, headers, json: { choices } });
const pollFor = async (id: string, one?: Somebody) =>
  Poll.parse((await call("GET", `/api/v1/polls/${id}`, { token: one?.token })).json);
/** Ends a poll now. */
async function end(id: string): Promise<void> {
  await driver().executeQuery("MATCH (:Bark {id: $id})-[:ASKS]->(q:Poll) SET q.endsAt = timestamp() - 1", { id });
  barkViews().forget(id);
}

describe("a poll", () => {
  it("is part of a bark, in JSON and in a form, and has its options without votes at first", async () => {
    const { poll, created_at: at } = await ask({ multiple: true });
    expect(poll).toMatchObject({ expired: false, multiple: true, votes_count: 0, voters_count: 0, voted: true });
    expect(poll.options).toEqual(TEA.options.map((title) => ({ title, votes_count: 0 })));
    expect(Date.parse(poll.expires_at) - Date.parse(at)).toBe(300_000);
    const form = new URLSearchParams([
      ["status", "And you?"],
      ["poll[options][]", "Yes"],
      ["poll[options][]", "No"],
      ["poll[expires_in]", "600"],
      ["poll[hide_totals]", "true"],
    ]);
    const { id } = Asked.parse((await bark({ body: form })).json);
    const seen = Asked.parse((await call("GET", `/api/v1/statuses/${id}`)).json).poll;
    expect(seen.options).toEqual(["Yes", "No"].map((title) => ({ title, votes_count: null })));
    // Nobody is signed in, so nobody can have voted.
    expect(seen).not.toHaveProperty("voted");
  });

  it.each([
    ["one option", { options: ["Tea"] }],
    ["five options", { options: ["1", "2", "3", "4", "5"] }],
    ["an option of 51 characters", { options: ["Tea", "x".repeat(51)] }],
    ["an option that is invisible", { options: ["Tea", "\u200b"] }],
    ["an option twice", { options: ["Tea", " Tea "] }],
    ["an end in four minutes", { expires_in: 299 }],
    ["an end in eight days", { expires_in: 8 * 86_400 }],
    ["no end", { expires_in: undefined }],
  ])("with %s is refused", async (_what, poll) => {
    expect(await bark({ json: { status: "?", poll: { ...TEA, ...poll } } })).toMatchObject({ status: 422 });
  });

  it("is refused together with pictures", async () => {
    const answer = await bark({ json: { status: "?", poll: TEA, media_ids: ["1"] } });
    expect(answer).toMatchObject({ status: 422, json: { details: { poll: [{ error: "ERR_INVALID" }] } } });
  });
});

describe("a vote", () => {
  it("is counted once, and shown to the voter as theirs", async () => {
    const { id } = await ask();
    const answer = await vote(reader, id, [1]);
    expect(answer).toMatchObject({ status: 200, json: { voted: true, own_votes: [1], voters_count: 1 } });
    expect(await vote(reader, id, [0])).toMatchObject({
      status: 422,
      json: { error: expect.stringContaining("already") },
    });
    const { options, ...others } = await pollFor(id, author);
    expect(options.map(({ votes_count }) => votes_count)).toEqual([0, 1, 0]);
    expect(others).toMatchObject({ votes_count: 1, voters_count: 1, own_votes: [] });
  });

  it("is one for each person when 20 are sent at once, whatever they choose", async () => {
    const { id } = await ask();
    const voters = await somebody(4);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => vote(voters[n % 4] ?? reader, id, [n % 3])));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(16);
    barkViews().forget(id);
    const poll = await pollFor(id);
    expect(poll).toMatchObject({ votes_count: 4, voters_count: 4 });
    expect(poll.options.reduce((sum, { votes_count }) => sum + (votes_count ?? 0), 0)).toBe(4);
  });

  it("that is sent again with its key, because the answer was lost, is answered as before", async () => {
    const { id } = await ask();
    const key = { "idempotency-key": "one press" };
    expect(await vote(reader, id, [2], key)).toMatchObject({ status: 200 });
    expect(await vote(reader, id, [2], key)).toMatchObject({ status: 200, json: { own_votes: [2], votes_count: 1 } });
  });

  it("has several choices only where several are allowed, and only those that exist", async () => {
    const [one, several] = [await ask(), await ask({ multiple: true })];
    expect((await vote(reader, one.id, [0, 1])).status).toBe(422);
    for (const choices of [[], [3], [-1], ["a"]]) expect((await vote(reader, several.id, choices)).status).toBe(422);
    const answer = await vote(reader, several.id, ["0", "2", "2"]);
    expect(answer).toMatchObject({ status: 200, json: { own_votes: [0, 2], votes_count: 2, voters_count: 1 } });
  });

  it("is refused from the author, after the end, and from people who may not see the bark", async () => {
    const { id } = await ask();
    expect(await vote(author, id, [0])).toMatchObject({ status: 422, json: { error: expect.stringContaining("own") } });
    await call("POST", `/api/v1/accounts/${reader.id}/block`, { token: author.token });
    expect((await vote(reader, id, [0])).status).toBe(404);
    const hidden = Asked.parse((await bark({ json: { status: "?", poll: TEA, visibility: "private" } })).json);
    const [stranger = reader] = await somebody(1);
    expect((await vote(stranger, hidden.id, [0])).status).toBe(404);
    expect((await call("GET", `/api/v1/polls/${hidden.id}`, { token: stranger.token })).status).toBe(404);
    await end(id);
    expect(await vote(stranger, id, [0])).toMatchObject({
      status: 422,
      json: { error: expect.stringContaining("ended") },
    });
    expect(await pollFor(id)).toMatchObject({ expired: true, votes_count: 0 });
  });

  it("stays hidden in numbers until the end if the author wants it, also from themselves", async () => {
    const { id } = await ask({ hide_totals: true });
    const mine = Poll.parse((await vote(reader, id, [1])).json);
    expect(mine.options.map(({ votes_count }) => votes_count)).toEqual([null, null, null]);
    expect((await pollFor(id, author)).options[1]?.votes_count).toBe(null);
    await end(id);
    expect((await pollFor(id)).options[1]?.votes_count).toBe(1);
  });
});

describe("an edit of a bark with a poll", () => {
  const edit = (id: string, json: object) =>
    call("PUT", `/api/v1/statuses/${id}`, { token: author.token, json: { status: "What do you drink?", ...json } });
  const pollOf = ({ json }: { json: unknown }) => Asked.parse(json).poll;

  it("that does not name the poll, or repeats its options, keeps the votes", async () => {
    const { id } = await ask();
    await vote(reader, id, [1]);
    expect(pollOf(await edit(id, { status: "Anything to drink?" }))).toMatchObject({ votes_count: 1 });
    const before = await pollFor(id);
    const after = pollOf(await edit(id, { poll: { ...TEA, expires_in: 900 } }));
    expect(after).toMatchObject({ votes_count: 1 });
    expect(Date.parse(after.expires_at)).toBeGreaterThan(Date.parse(before.expires_at));
  });

  it("that changes the options starts it again, and its history still shows the votes before", async () => {
    const { id } = await ask();
    await vote(reader, id, [1]);
    const poll = pollOf(await edit(id, { poll: { ...TEA, options: ["Tea", "Water"] } }));
    expect(poll).toMatchObject({ votes_count: 0, voters_count: 0, options: [{ title: "Tea" }, { title: "Water" }] });
    expect(await pollFor(id, reader)).toMatchObject({ voted: false, own_votes: [] });
    expect(await vote(reader, id, [1])).toMatchObject({ status: 200, json: { votes_count: 1 } });
    const { json } = await call("GET", `/api/v1/statuses/${id}/history`);
    const counted = (votes: (number | null)[], titles = TEA.options) => ({
      poll: { options: titles.map((title, at) => ({ title, votes_count: votes[at] })) },
    });
    expect(json).toMatchObject([counted([0, 1, 0]), counted([null, null], ["Tea", "Water"])]);
  });

  it("does not open a poll again that has ended, also when it ends while it is edited", async () => {
    const { id } = await ask({ hide_totals: true });
    await vote(reader, id, [1]);
    await driver().executeQuery("MATCH (:Bark {id: $id})-[:ASKS]->(q:Poll) SET q.endsAt = timestamp() - 1", { id });
    // The first edit goes by what is remembered of the bark, the second by what is so.
    for (const status of ["Anything to drink?", "Well?"]) {
      const answer = await edit(id, { status, poll: { ...TEA, hide_totals: true } });
      expect(pollOf(answer)).toMatchObject({ expired: true, votes_count: 1, options: [{}, { votes_count: 1 }, {}] });
    }
    const [stranger = reader] = await somebody(1);
    expect((await vote(stranger, id, [0])).status).toBe(422);
  });

  it("shows no totals that were hidden, not even to the author", async () => {
    const { id } = await ask({ hide_totals: true });
    await vote(reader, id, [1]);
    const hidden = { options: TEA.options.map((title) => ({ title, votes_count: null })) };
    expect(pollOf(await edit(id, { poll: { ...TEA, hide_totals: false } }))).toMatchObject(hidden);
    expect(await pollFor(id, author)).toMatchObject(hidden);
    await edit(id, { poll: { ...TEA, options: ["Tea", "Water"] } });
    const { json } = await call("GET", `/api/v1/statuses/${id}/history`, { token: author.token });
    expect(json).toMatchObject([{ poll: hidden }, { poll: hidden }, {}]);
  });

  it("can end the poll, and puts no pictures beside one", async () => {
    const { id } = await ask();
    expect((await edit(id, { media_ids: ["1"] })).status).toBe(422);
    expect(Bark.parse((await edit(id, { poll: null })).json).poll).toBe(null);
    expect((await vote(reader, id, [0])).status).toBe(404);
  });
});

describe("the end of a poll", () => {
  const alerts = async ({ token }: Somebody) =>
    z
      .array(z.object({ id: z.string(), type: z.string(), account: z.object({ id: z.string() }) }))
      .parse((await call("GET", "/api/v1/notifications?types[]=poll", { token })).json);

  it("is told once to its author and to each voter, also when several workers end it", async () => {
    const [asked, other] = [await ask(), await ask()];
    await vote(reader, asked.id, [0]);
    await end(asked.id);
    await Promise.all([endPolls(), endPolls(), endPolls()]);
    const jobs = await jobsAbout(asked.id);
    expect(jobs).toHaveLength(1);
    for (const job of [...jobs, ...jobs]) await notify(job);
    for (const one of [author, reader]) {
      expect(await alerts(one)).toMatchObject([{ type: "poll", account: { id: author.id } }]);
    }
    expect(await jobsAbout(other.id)).toEqual([]);
    await endPolls();
    expect(await jobsAbout(asked.id)).toHaveLength(1);
  });

  it("is not told of a deleted bark, whose votes are deleted with it", async () => {
    const { id } = await ask();
    await vote(reader, id, [0]);
    await call("PUT", `/api/v1/statuses/${id}`, {
      token: author.token,
      json: { status: "?", poll: { ...TEA, options: ["Yes", "No"] } },
    });
    await call("DELETE", `/api/v1/statuses/${id}`, { token: author.token });
    await purgeBark(id);
    await endPolls(Date.now() + 301_000);
    expect(await jobsAbout(id)).toEqual([]);
    const { records } = await driver().executeQuery(
      "MATCH (:Person {id: $id})-[:VOTED|POLLS|CHOSE]->(x) RETURN x UNION MATCH (:Bark {id: $bark})-[:ASKS]->(x) RETURN x",
      { id: reader.id, bark: id },
    );
    expect(records).toEqual([]);
  });
});

async function jobsAbout(id: string): Promise<Job[]> {
  const { records } = await driver().executeQuery(
    "MATCH (o:Outbox {subjectId: $id, kind: 'poll'}) RETURN o { .kind, .actorId, .subjectId, outboxId: o.id } AS job",
    { id },
  );
  return records.map((record) => Job.parse(record.get("job")));
}
