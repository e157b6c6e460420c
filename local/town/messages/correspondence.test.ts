import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { newRecoverySecret, toWords } from "@/lib/archive/recovery";
import { createMessenger, type RunningMessenger } from "@/lib/messenger/messenger";
import { memoryStorage, storedKeys } from "@/lib/messenger/node-ports";
import { correspond, type Plan } from "@/local/town/messages/correspondence";
import { openDiary } from "@/local/town/messages/diary";
import { PALS } from "@/local/town/messages/letters";
import { E2eeServer } from "@/testing/e2ee-server";
import { until } from "@/testing/until";

const WAIT = 60_000;
const HASTE = 40;

/** A town on a server in memory, which is closed and deleted with the test. */
async function makeTown() {
  const server = await E2eeServer.start();
  const folder = await mkdtemp(join(tmpdir(), "town-messages-"));
  const words = toWords(newRecoverySecret()).split(" ");
  const connect: Plan["around"]["connect"] = async (personId) => ({
    transport: server.transport(personId),
    listen(running) {
      const looking = setInterval(() => running.nudge(null), 100);
      return () => clearInterval(looking);
    },
  });
  const person = (handle: string) => ({ id: handle, handle });
  const cast = { visitor: person("maple"), pals: PALS.slice(0, 4).map(person) };
  function open() {
    const stopping = new AbortController();
    const around = { host: "town.example", folder, connect };
    const diary = openDiary(join(folder, "diary.json"));
    const done = correspond({ cast, around, diary, words, haste: HASTE }, stopping.signal);
    return async () => {
      stopping.abort();
      await done;
    };
  }
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { server, folder, words, open };
}

async function openBrowser(server: E2eeServer, personId: string, words: string[] | null): Promise<RunningMessenger> {
  const storage = memoryStorage();
  const running = await createMessenger({
    transport: server.transport(personId),
    storage,
    keys: storedKeys(storage),
    host: "town.example",
    personId,
    now: Date.now,
  });
  if (words) {
    await until(() => (server.accountOf(personId)?.state.recoveryKeys.length ?? 0) > 0, WAIT);
    await running.messenger.enrol("Browser");
    await running.messenger.unlockWithWords(words);
  } else await running.messenger.enrol("Browser");
  await running.settle();
  return running;
}

async function textsOf(running: RunningMessenger, id: string): Promise<string[]> {
  await running.settle();
  const { messages } = await running.messenger.messages(id, { limit: 200 });
  return messages.filter(({ kind }) => kind === "text").map(({ text }) => text);
}

/** Waits until the friends have written everything, and returns how many messages there are in all. */
async function everything(browser: RunningMessenger) {
  return until(async () => {
    await browser.settle();
    const { open } = await browser.messenger.conversations();
    const texts = await Promise.all(open.map(({ id }) => textsOf(browser, id)));
    const group = open.find(({ kind }) => kind === "group");
    const otter = open.find(({ kind, members }) => kind === "direct" && members[0]?.handle === "otter");
    const counts = texts.map(({ length }) => length).toSorted((a, b) => a - b);
    return group && otter && counts.join() === "2,2,3,3" ? { group, otter } : null;
  }, WAIT);
}

describe("the demo town's messages", { timeout: 3 * WAIT }, () => {
  it("are written when the visitor's browser comes, are answered, and are not repeated after a restart", async () => {
    const { server, folder, words, open } = await makeTown();
    let close = open();
    const browser = await openBrowser(server, "maple", words);
    const { group, otter } = await everything(browser);
    expect(await browser.messenger.conversation(group.id)).toMatchObject({ name: "Seed swap", unread: 3 });
    const { messages } = await browser.messenger.messages(otter.id, { limit: 10 });
    expect(messages.flatMap(({ attachments }) => attachments)).toMatchObject([{ mediaType: "image/webp" }]);
    await close();
    for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o077, file).toBe(0);

    close = open();
    await browser.messenger.send(otter.id, { text: "Hello!" });
    await until(async () => (await textsOf(browser, otter.id)).length === 5, WAIT);
    const { open: all } = await browser.messenger.conversations();
    expect(all).toHaveLength(4);
    expect(await textsOf(browser, group.id)).toHaveLength(3);
    await close();
  });

  it("are there in the visitor's second browser too, even if the first one came before the town", async () => {
    const { server, words, open } = await makeTown();
    const first = await openBrowser(server, "maple", null);
    await first.messenger.keepWords(words);
    const close = open();
    const { otter } = await everything(first);
    const second = await openBrowser(server, "maple", words);
    await until(async () => (await textsOf(second, otter.id).catch(() => [])).length === 3, WAIT);
    await second.messenger.send(otter.id, { text: "From here as well" });
    await until(async () => (await textsOf(second, otter.id)).length === 5, WAIT);
    expect(await textsOf(second, otter.id)).toContain("From here as well");
    await close();
  });

  it("answer somebody who has joined and greets", async () => {
    const { server, open } = await makeTown();
    const close = open();
    const stranger = await openBrowser(server, "newcomer", null);
    const id = await until(() => stranger.messenger.create(["otter"], null).catch(() => null), WAIT);
    await stranger.messenger.send(id, { text: "Hello Otter" });
    await until(async () => (await textsOf(stranger, id)).length > 1, WAIT);
    expect(await textsOf(stranger, id)).toHaveLength(2);
    await close();
  });
});
