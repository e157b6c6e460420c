import { log } from "@/lib/log";
import type { MessageView } from "@/lib/messenger/schema";
import type { Random } from "@/lib/seeded";
import { MINUTE } from "@/local/town/clock";
import type { Later } from "@/local/town/later";
import type { Diary } from "@/local/town/messages/diary";
import type { Pal } from "@/local/town/messages/device";
import { PALS } from "@/local/town/messages/letters";
import { answererOf, replyTo, type Received } from "@/local/town/messages/replies";
import type { Wit } from "@/local/town/replies";

/** What answering needs of the town. */
export interface Answering {
  pals: ReadonlyMap<string, Pal>;
  diary: Diary;
  later: Later;
  wit: Wit;
  random: Random;
  /** How many times faster than people answer; 1 but in tests. */
  haste: number;
  now: () => number;
}

/** Those whom townspeople mention in messages. */
const CAST_NAMES = PALS.map((handle) => ({ handle, name: handle.charAt(0).toUpperCase() + handle.slice(1) }));
/** The newest messages of a conversation that are looked at. */
const SIGHT = 40;
/** Older messages are not answered any more, for instance after the town was closed. */
const OLD = 60 * MINUTE;
/** At most this many answers an hour in one conversation. */
const HOURLY = 40;
const [FASTEST, SLOWEST] = [2_000, 7_000];

/** Answers what people outside the cast of devices write. */
export interface Answerer {
  /** Looks at a conversation of somebody, and answers within seconds what was not answered yet. */
  look: (pal: Pal, conversationId: string) => Promise<void>;
}

export function answerer(town: Answering): Answerer {
  const { pals, diary, later, random, haste, now } = town;
  const waiting = new Set<string>();
  const answered = new Map<string, number[]>();

  function mayAnswer(key: string): boolean {
    const lately = (answered.get(key) ?? []).filter((at) => at > now() - 60 * MINUTE);
    answered.set(key, lately);
    return lately.length < HOURLY;
  }

  /** Whom a message is from, when it asks for an answer: anybody whose device does not run here. */
  const isForeign = ({ sender, kind }: MessageView): boolean =>
    kind === "text" && sender !== "me" && ![...pals.values()].some(({ personId }) => personId === sender.personId);

  async function look(pal: Pal, id: string): Promise<void> {
    const key = `${pal.handle} ${id}`;
    if (waiting.has(key)) return;
    const [newest] = (await unanswered(pal, id)).slice(-1);
    if (!newest || !mayAnswer(key)) return;
    waiting.add(key);
    const wait = (FASTEST + random() * (SLOWEST - FASTEST)) / haste;
    later.add(wait, async () => {
      waiting.delete(key);
      await answer(pal, id).catch((error: unknown) => log().debug({ err: error }, "a message stays unanswered"));
    });
  }

  async function unanswered({ handle, running }: Pal, id: string): Promise<MessageView[]> {
    const { messages } = await running.messenger.messages(id, { limit: SIGHT });
    const last = messages.findIndex((message) => message.id === diary.get(`${handle} ${id}`));
    return messages.slice(last + 1).filter((message) => isForeign(message) && message.at > now() - OLD);
  }

  async function answer(pal: Pal, id: string): Promise<void> {
    const { messenger } = pal.running;
    const open = await unanswered(pal, id);
    const newest = open.at(-1);
    if (!newest) return;
    const about = await messenger.conversation(id);
    if (about.state === "request") await messenger.accept(id);
    await messenger.markRead(id);
    const received: Received = {
      id: newest.id,
      // Several messages in a row are one.
      text: open.map(({ text }) => text).join(" "),
      hasPicture: open.some(({ attachments }) => attachments.length > 0),
    };
    const isHere = (other: Pal) => other === pal || about.members.some(({ personId }) => personId === other.personId);
    const here = [...pals.values()].filter(isHere);
    if (about.kind === "direct" || answererOf(received, here) === pal) await say(pal, id, received);
    await diary.note(`${pal.handle} ${id}`, newest.id);
  }

  async function say(pal: Pal, id: string, received: Received): Promise<void> {
    const { messenger, sendOnce } = pal.running;
    const { messages } = await messenger.messages(id, { limit: 200 });
    const said = new Set(messages.filter(({ sender }) => sender === "me").map(({ text }) => text));
    const fellows = CAST_NAMES.filter(({ handle }) => handle !== pal.handle);
    const { text, emoji } = replyTo(received, { said, wit: town.wit, random, fellows });
    if (emoji !== null) await messenger.react(id, received.id, emoji);
    await sendOnce(`answer ${received.id}`, id, { text });
    const key = `${pal.handle} ${id}`;
    answered.set(key, [...(answered.get(key) ?? []), now()]);
  }

  return { look };
}
