import { randomUUID } from "node:crypto";
import { afterAll, afterEach, expect, it } from "vitest";
import { withStoreBudget } from "@/lib/store-timeout";
import { driver, pauseWrites, resumeWrites } from "@/lib/neo4j";
import { LOOK_MS } from "@/lib/neo4j/write";
import { pauseLeft } from "@/lib/neo4j/pause";
import { changeEnv } from "@/testing/change-env";
import { makePerson } from "@/testing/people";

const holder = randomUUID();
// The other tests on this database wait for these pauses too, so they are short.
const SHORT_MS = 2_500;

afterEach(() => resumeWrites(holder));
afterAll(() => driver().close());

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Pauses writing, and waits until every process must have noticed. */
async function pause(): Promise<void> {
  expect(await pauseWrites(holder, SHORT_MS)).toBe(true);
  await sleep(LOOK_MS);
}

it("a write waits for the end of a pause, and is then done", async () => {
  await pause();
  let isDone = false;
  const writing = makePerson().then(() => (isDone = true));
  await sleep(300);
  expect(isDone).toBe(false);
  await resumeWrites(holder);
  await writing;
});

it("a pause ends by itself, when the process that began it is gone", async () => {
  await pause();
  await makePerson();
  expect(await pauseLeft()).toBeLessThanOrEqual(0);
});

it("a request that cannot wait so long is answered with 503", async () => {
  changeEnv("BARKER_STORE_SECONDS", "0.3");
  await pause();
  await expect(withStoreBudget(() => makePerson())).rejects.toMatchObject({ code: "away", retryAfter: 2 });
});

it("there is one pause at a time, and only its holder ends it", async () => {
  await pause();
  const other = randomUUID();
  expect(await pauseWrites(other, SHORT_MS)).toBe(false);
  await resumeWrites(other);
  expect(await pauseLeft()).toBeGreaterThan(0);
});
