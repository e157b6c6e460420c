import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { kill, pidsOf } from "@/bench/faults/processes";
import { Ear } from "@/e2e/support/ear";
import { api, bark, follow, signUp, type ApiPerson } from "@/e2e/support/people";
import { driver } from "@/lib/neo4j";
import { MINUTE_MS } from "@/lib/time";
import { isFull } from "@/testing/full";
import { until } from "@/testing/until";

afterAll(() => driver().close());

/** More than the worker sends at once, and than it claims in one go. */
const AUTHORS = 4;
const EACH = 20;
const Barks = z.array(z.object({ id: z.string(), text: z.string() }));

async function schedule({ token }: ApiPerson, status: string): Promise<string> {
  const json = { status, scheduled_at: new Date(Date.now() + 10 * MINUTE_MS).toISOString() };
  const answer = await api("/api/v1/statuses", { method: "POST", token, json, within: 30_000 });
  return z.object({ id: z.string() }).parse(answer?.body).id;
}

/** How many of these wait. */
async function waiting(ids: string[]): Promise<number> {
  const { records } = await driver().executeQuery(
    "MATCH (s:ScheduledBark) WHERE s.id IN $ids RETURN toString(count(s)) AS n",
    { ids },
  );
  return Number(records[0]?.get("n"));
}

async function barksOf({ id, token }: ApiPerson): Promise<z.infer<typeof Barks>> {
  const { body } = (await api(`/api/v1/accounts/${id}/statuses?limit=40`, { token, within: 30_000 })) ?? {};
  return Barks.parse(body).filter(({ text }) => text.startsWith("At last"));
}

describe("scheduled barks whose worker is killed while it sends them", () => {
  it.each(isFull ? [1, 30, 60] : [30])("are sent exactly once, after %i of 80", async (sent) => {
    const reader = await signUp();
    const first = await signUp();
    const authors = [first, ...(await Promise.all(Array.from({ length: AUTHORS - 1 }, () => signUp())))];
    for (const author of authors) await follow(reader, author);
    const ear = await Ear.open(process.env["BARKER_URL"] ?? "", reader.token);
    // Without a cursor it would ask for nothing that it missed, should it be cut off before it hears the first bark.
    await ear.hears([await bark(first, "I write some for later")]);
    const texts = Array.from({ length: EACH }, (_, number) => `At last ${number}`);
    const ids: string[] = [];
    for (const author of authors) for (const text of texts) ids.push(await schedule(author, text));
    await driver().executeQuery("MATCH (s:ScheduledBark) WHERE s.id IN $ids SET s.dueAt = timestamp()", { ids });
    const left = await until(async () => {
      const count = await waiting(ids);
      return count <= ids.length - sent && [count];
    });
    const isBack = kill([{ member: "sidecar", pids: pidsOf("sidecar") }]);
    // It was really killed in the middle of it.
    expect(left[0]).toBeGreaterThan(0);
    await until(isBack, 60_000);
    await until(async () => (await waiting(ids)) === 0, 60_000);
    const found = await Promise.all(authors.map(barksOf));
    for (const barks of found) expect(barks.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
    await ear.hears(
      found.flat().map(({ id }) => id),
      60_000,
    );
    expect(ear.doubled).toEqual([]);
    ear.close();
    for (const { token } of authors) expect((await api("/api/v1/barker/drafts", { token }))?.body).toEqual([]);
  });
});
