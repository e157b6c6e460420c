import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { toWords, newRecoverySecret } from "@/lib/archive/recovery";
import type { RunningMessenger } from "@/lib/messenger/messenger";
import { tokenTransport } from "@/lib/messenger/node-ports";
import { correspond, type Plan } from "@/local/town/messages/correspondence";
import { openDiary } from "@/local/town/messages/diary";
import { apiUrl } from "@/testing/api";
import { plantFollows } from "@/testing/follows";
import { enrolledPocket, openPocket, useKeyLog } from "@/testing/messengers";
import { textsOf, type Pocket } from "@/testing/pockets";
import { makePeople, makePerson, makeToken, type TestPerson } from "@/testing/people";
import { until } from "@/testing/until";

/** Townspeople are this much faster here. */
const HASTE = 20;
const WAIT = 60_000;

useKeyLog();

interface Town {
  visitor: TestPerson;
  pals: { id: string; handle: string }[];
  folder: string;
  words: string[];
  open(): { close: () => Promise<void> };
}

/** A visitor who follows Otter and Fern and not Wren. */
async function makeTown(): Promise<Town> {
  const [visitor, ...people] = await makePeople(4);
  const [otter, fern, wren] = people;
  if (!visitor || !otter || !fern || !wren) throw new Error("nobody was made");
  await plantFollows(visitor.id, [otter, fern]);
  await plantFollows(fern.id, [otter, visitor]);
  await plantFollows(otter.id, [fern, visitor]);
  const pals = [
    { id: otter.id, handle: "otter" },
    { id: fern.id, handle: "fern" },
    { id: wren.id, handle: "wren" },
  ];
  const folder = await mkdtemp(join(tmpdir(), "town-messages-"));
  const words = toWords(newRecoverySecret()).split(" ");
  const connect: Plan["around"]["connect"] = async (personId) => {
    const { token } = await makeToken(personId, ["messages"]);
    const listen = (running: RunningMessenger) => {
      const looking = setInterval(() => running.nudge(null), 300);
      return () => clearInterval(looking);
    };
    return { transport: tokenTransport(apiUrl, token), listen };
  };
  const open = () => {
    const stopping = new AbortController();
    const around = { host: "town.example", folder, connect };
    const diary = openDiary(join(folder, "diary.json"));
    const plan = { cast: { visitor: { id: visitor.id, handle: "maple" }, pals }, around, diary, words, haste: HASTE };
    const done = correspond(plan, stopping.signal);
    return {
      close: async () => {
        stopping.abort();
        await done;
      },
    };
  };
  return { visitor, pals, folder, words, open };
}

/** A browser of the visitor, which uses the words of the demo as pages do: it may come before the town or after it. */
async function openBrowser({ visitor, words }: Town): Promise<Pocket> {
  const browser = await openPocket(visitor);
  const phase = await until(async () => {
    const state = await browser.running.messenger.enrol("Browser");
    const isOpen = state.phase === "ready" || (state.phase === "locked" && state.ways.includes("words"));
    return isOpen && state.phase;
  }, WAIT);
  if (phase === "ready") await browser.running.messenger.keepWords(words);
  else await browser.running.messenger.unlockWithWords(words);
  await browser.running.settle();
  return browser;
}

async function conversationsOf({ running }: Pocket) {
  await running.settle();
  return running.messenger.conversations();
}

/** Waits until the friends have written everything. */
async function everything(browser: Pocket) {
  return until(async () => {
    const { open, requests } = await conversationsOf(browser);
    const group = open.find(({ kind }) => kind === "group");
    const otter = open.find(({ kind }) => kind === "direct");
    if (!group || !otter || requests.length === 0) return null;
    const isWritten =
      (await textsOf(browser, group.id)).length === 3 && (await textsOf(browser, otter.id)).length === 3;
    return isWritten ? { group, otter, request: requests[0] } : null;
  }, WAIT);
}

describe("the demo town's messages", { timeout: 3 * WAIT }, () => {
  let town: Town;
  beforeEach(async () => {
    town = await makeTown();
    return () => rm(town.folder, { recursive: true });
  });

  it("are there soon after the visitor's first browser: a friend's, a group and a stranger's request, once", async () => {
    let running = town.open();
    const browser = await openBrowser(town);
    const { group, otter, request } = await everything(browser);
    expect(group).toMatchObject({ name: "Seed swap" });
    expect(otter.unread).toBe(3);
    expect(request).toMatchObject({ kind: "direct", state: "request" });
    const { messages } = await browser.running.messenger.messages(otter.id, { limit: 10 });
    expect(messages.flatMap(({ attachments }) => attachments)).toMatchObject([{ mediaType: "image/webp" }]);
    for (const file of await readdir(town.folder)) {
      expect((await stat(join(town.folder, file))).mode & 0o077, file).toBe(0);
    }

    await running.close();
    running = town.open();
    await browser.running.messenger.send(otter.id, { text: "Hello!" });
    // The answer shows that the town is open again, and it has had every occasion to repeat itself.
    await until(async () => (await conversationsOf(browser)) && (await textsOf(browser, otter.id)).length === 5, WAIT);
    expect((await textsOf(browser, group.id)).length).toBe(3);
    expect((await conversationsOf(browser)).requests).toHaveLength(1);
    await running.close();
  });

  it("let a second browser in, which sees the conversations and writes in them", async () => {
    const running = town.open();
    const first = await openBrowser(town);
    const { otter } = await everything(first);
    const second = await openBrowser(town);
    await second.running.messenger.send(otter.id, { text: "From the other one" });
    const written = await until(async () => {
      await conversationsOf(second);
      await conversationsOf(first);
      const texts = await textsOf(first, otter.id);
      return texts.includes("From the other one") && texts;
    }, WAIT);
    expect(written.length).toBeGreaterThan(3);
    await running.close();
  });

  it("answer somebody who has joined and writes to a townsperson who does not know them", async () => {
    const running = town.open();
    const stranger = await enrolledPocket(await makePerson());
    const otter = town.pals[0]?.id ?? "";
    const id = await until(() => stranger.running.messenger.create([otter], null).catch(() => null), WAIT);
    await stranger.running.messenger.send(id, { text: "Hello Otter" });
    await until(async () => {
      await stranger.running.settle();
      return (await textsOf(stranger, id)).length > 1;
    }, WAIT);
    expect(await textsOf(stranger, id)).toHaveLength(2);
    await running.close();
  });
});
