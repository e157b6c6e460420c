import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { expectDiagnoses, expectOddValues, plantOddValues } from "@/e2e/support/drill";
import { barker, elsewhere, startInstallation } from "@/e2e/support/installation";
import { freePort } from "@/e2e/support/process";
import { env } from "@/lib/env";
import { tokenTransport } from "@/lib/messenger/node-ports";
import { driver } from "@/lib/neo4j";
import { audit } from "@/local/operator/audit";
import { apiUrl, call } from "@/testing/api";
import { alarmsOf, befriend } from "@/testing/attacked";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { photo } from "@/testing/pictures";
import { openDevice, settleAll, textsOf, type Pocket } from "@/testing/pockets";
import { until } from "@/testing/until";

// The drill of an operator: a town is backed up while somebody writes, and restored on "another machine".
const SCOPES = ["read", "write", "follow", "messages", "read:location", "write:location"];
const PASSPHRASE = "the drill of a whole town";
/** How long (ms) a town that has just started may need for an answer, beside another one on the same machine. */
const BUSY_MS = 120_000;
const Status = z.object({ id: z.string(), in_reply_to_id: z.string().nullable() });
const Media = z.object({ id: z.string(), url: z.string() });

interface Someone extends TestPerson {
  token: string;
}

const folder = mkdtempSync(join(tmpdir(), "barker-drill-"));
afterAll(async () => {
  await driver().close();
  rmSync(folder, { recursive: true, force: true });
});

async function someone(): Promise<Someone> {
  const person = await makePerson();
  return { ...person, token: (await makeToken(person.id, SCOPES)).token };
}

async function post(path: string, token: string, json: unknown = {}): Promise<unknown> {
  const { status, json: answer, text } = await call("POST", path, { token, json });
  if (status >= 300) throw new Error(`${path} answered ${status}: ${text}`);
  return answer;
}

const bark = async (token: string, json: Record<string, unknown>) =>
  Status.parse(await post("/api/v1/statuses", token, json));

async function picture(token: string): Promise<z.infer<typeof Media>> {
  const body = new FormData();
  body.set("file", new Blob([new Uint8Array(await photo(640, 400, "png"))]), "picture.png");
  body.set("description", "A drill");
  return Media.parse((await call("POST", "/api/v2/media", { token, body })).json);
}

/** People who know each other, with barks of all kinds. @returns addresses of what they see */
async function fillTown([fern, otter, wren]: [Someone, Someone, Someone]): Promise<string[]> {
  for (const one of [fern, otter, wren])
    for (const other of [fern, otter, wren])
      if (one !== other) await post(`/api/v1/accounts/${other.id}/follow`, one.token);
  const shown = await picture(fern.token);
  const first = await bark(fern.token, { status: "A picture of the river #drill", media_ids: [shown.id] });
  const answer = await bark(otter.token, { status: `@${fern.handle} nice`, in_reply_to_id: first.id });
  await bark(wren.token, { status: "Look at this", quoted_status_id: first.id });
  await bark(wren.token, { status: "For friends", visibility: "private", spoiler_text: "quiet", sensitive: true });
  await bark(otter.token, { status: "Which?", poll: { options: ["this", "that"], expires_in: 3_600 } });
  await post(`/api/v1/statuses/${first.id}/favourite`, otter.token);
  await post(`/api/v1/statuses/${first.id}/reblog`, wren.token);
  await post(`/api/v1/statuses/${first.id}/bookmark`, wren.token);
  await post("/api/v1/lists", wren.token, { title: "River people" });
  const edited = await call("PUT", `/api/v1/statuses/${answer.id}`, {
    token: otter.token,
    json: { status: "very nice" },
  });
  expect(edited.status).toBe(200);
  return [`/api/v1/statuses/${first.id}/context`, `/api/v1/statuses/${answer.id}/history`, new URL(shown.url).pathname];
}

/** Each person's answers at these addresses, as text. */
async function views(base: string, people: Someone[], paths: string[]): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const { id, handle, token } of people) {
    const own = [
      "/api/v1/timelines/home?limit=40",
      "/api/v1/accounts/verify_credentials",
      "/api/v1/notifications?limit=40",
      "/api/v1/bookmarks",
      "/api/v1/lists",
      "/api/v1/preferences",
      `/api/v1/accounts/${id}/statuses?limit=40`,
      `/api/v1/accounts/${id}/followers`,
      ...paths,
    ];
    for (const path of own) {
      // 503 says that a store is busy, and nothing of what is in it.
      const answer = await until(async () => {
        const found = await fetch(base + path, { headers: { authorization: `Bearer ${token}` } });
        return found.status === 503 ? null : found;
      }, BUSY_MS);
      const bytes = Buffer.from(await answer.arrayBuffer());
      seen[`${handle} ${path}`] = `${answer.status} ${bytes.toString("latin1")}`;
    }
  }
  return seen;
}

/** Somebody who answers their own last bark, again and again, until they are stopped. */
function startWriting({ token }: Someone): { acknowledged: string[]; stop(): Promise<void> } {
  const acknowledged: string[] = [];
  let stopped = false;
  const write = async () => {
    while (!stopped) {
      const before = acknowledged.at(-1);
      const { id } = await bark(token, { status: `Number ${acknowledged.length}`, in_reply_to_id: before ?? null });
      acknowledged.push(id);
    }
  };
  const writing = write();
  return { acknowledged, stop: () => ((stopped = true), writing) };
}

/** All barks of somebody, oldest first. */
async function barksOf(base: string, { id, token }: Someone): Promise<z.infer<typeof Status>[]> {
  const all: z.infer<typeof Status>[] = [];
  for (;;) {
    const before = all.length > 0 ? `&max_id=${all.at(-1)?.id}` : "";
    const path = `/api/v1/accounts/${id}/statuses?limit=40${before}`;
    const answer = await fetch(base + path, { headers: { authorization: `Bearer ${token}` } });
    const page = z.array(Status).parse(await answer.json());
    if (page.length === 0) return all.toReversed();
    all.push(...page);
  }
}

async function device({ token, ...person }: Someone, base: string, values?: Pocket["values"]): Promise<Pocket> {
  return openDevice(person, tokenTransport(base, token), values);
}

async function enrolledDevice(owner: Someone, base: string): Promise<Pocket> {
  const pocket = await device(owner, base);
  await until(
    async () => (await pocket.running.messenger.enrol("Phone").catch(() => null))?.phase === "ready",
    BUSY_MS,
  );
  await pocket.running.settle();
  return pocket;
}

const logOf = async (base: string) => (await fetch(`${base}/kt/checkpoint`)).text();

it(
  "a town that was backed up while somebody wrote is the same for everybody after it was restored elsewhere",
  { timeout: 900_000 },
  async () => {
    const first = await apiUrl();
    const people: [Someone, Someone, Someone] = [await someone(), await someone(), await someone()];
    const [fern, otter] = people;
    const paths = await fillTown(people);
    const [fernsPhone, ottersPhone] = [await enrolledDevice(fern, first), await enrolledDevice(otter, first)];
    await befriend(fernsPhone, ottersPhone);
    const conversation = await fernsPhone.running.messenger.create([otter.id], null);
    await fernsPhone.running.messenger.send(conversation, { text: "before" });
    await settleAll(fernsPhone, ottersPhone);
    await fernsPhone.running.messenger.send(conversation, { text: "not fetched yet" });
    await fernsPhone.running.settle();
    const before = await until(async () => {
      const [one, two] = [await views(first, people, paths), await views(first, people, paths)];
      return JSON.stringify(one) === JSON.stringify(two) ? two : null;
    }, BUSY_MS);

    await plantOddValues();
    const scribe = await someone();
    const writer = startWriting(scribe);
    await until(() => writer.acknowledged.length >= 20, BUSY_MS);
    const sure = writer.acknowledged.length;
    const file = join(folder, "drill.backup");
    const made = await barker(["backup", file], { ...process.env, BARKER_BACKUP_KEY: PASSPHRASE });
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining("encrypted)") });
    const later = writer.acknowledged.length;
    await until(() => writer.acknowledged.length > later, BUSY_MS);
    await writer.stop();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const size = Number(/up to leaf ([\d,]+)/.exec(made.output)?.[1]?.replaceAll(",", ""));
    expect(size).toBeGreaterThan(0);

    const port = await freePort();
    const second = `http://127.0.0.1:${port}`;
    const data = join(folder, "data");
    const there = elsewhere({
      BARKER_DATA: data,
      PORT: String(port),
      // Clients know the town by its address, wherever it runs.
      BARKER_ORIGIN: env().BARKER_ORIGIN,
      BARKER_BACKUP_KEY: PASSPHRASE,
      BARKER_RATE_LIMITS: "off",
      BARKER_STORE_SECONDS: "20",
      BARKER_LINK_CARDS: "off",
    });
    const half = join(folder, "half.backup");
    writeFileSync(half, readFileSync(file).subarray(0, -100));
    expect(await barker(["restore", half], there)).toMatchObject({
      code: 1,
      output: expect.stringContaining("damaged or not complete"),
    });
    const restored = await barker(["restore", "--built", file], there);
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining("nothing is dangling") });

    const town = await startInstallation(port, there);
    try {
      expect(await views(second, people, paths)).toEqual(before);

      const barks = await barksOf(second, scribe);
      expect(barks.map(({ id }) => id)).toEqual(writer.acknowledged.slice(0, barks.length));
      expect(barks.length).toBeGreaterThanOrEqual(sure);
      expect(barks.length).toBeLessThan(writer.acknowledged.length);
      expect(barks.slice(1).every((one, at) => one.in_reply_to_id === barks[at]?.id)).toBe(true);

      // The log continues where it was: its old leaves are the same, and devices find no fault in it.
      await until(async () => Number((await logOf(second)).split("\n")[1]) >= size, BUSY_MS);
      expect(await audit(second)).toMatchObject({ right: true });
      const [fernAgain, otterAgain] = [
        await device(fern, second, fernsPhone.values),
        await device(otter, second, ottersPhone.values),
      ];
      await settleAll(fernAgain, otterAgain);
      expect(await textsOf(otterAgain, conversation)).toEqual(["before", "not fetched yet"]);
      await otterAgain.running.messenger.send(conversation, { text: "after" });
      await settleAll(otterAgain, fernAgain);
      expect(await textsOf(fernAgain, conversation)).toEqual(["before", "not fetched yet", "after"]);
      expect([await alarmsOf(fernAgain), await alarmsOf(otterAgain)]).toEqual([[], []]);

      await expectOddValues(data);
      await expectDiagnoses(data, there);
    } finally {
      await town.stop();
    }
    // What an interrupted restore has left is not started, and not restored over without saying so. A restore begins with
    // removing this record of what was done for the database before.
    rmSync(join(data, "neo4j", "done.json"));
    await expect(startInstallation(port, there)).rejects.toThrow("Barker ended with 1");
    expect(await barker(["restore", "--built", file], there)).toMatchObject({
      code: 1,
      output: expect.stringContaining("There is a town in this database already"),
    });
  },
);
