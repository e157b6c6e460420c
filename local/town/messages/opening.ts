import { encode } from "@/lib/media/encode";
import type { OutgoingMessage } from "@/lib/messenger/schema";
import { drawnPng } from "@/local/town/develop";
import type { Diary } from "@/local/town/messages/diary";
import type { Pal } from "@/local/town/messages/device";
import { DIRECT, GROUPS, type DirectOpening, type GroupOpening, type Sentence } from "@/local/town/messages/letters";
import { altOf } from "@/local/town/pictures";

/** Who takes part in what is written to a visitor who has come. */
export interface Stage {
  /** The townspeople whose devices are open, by handle. */
  pals: ReadonlyMap<string, Pal>;
  visitorId: string;
  diary: Diary;
  /** Whether all townspeople have opened their devices; groups wait for that. */
  isComplete: boolean;
  /** Waits about this long, or less in tests. Rejects when the town ends. */
  pause: (ms: number) => Promise<void>;
}

/** How often (ms) and how many times a device is asked for what another has just sent. */
const [LOOK, LOOKS] = [500, 40];
const BETWEEN = 1_500;

/**
 * Writes what the friends have to say, side by side as people do. What was written before is not repeated, so this goes
 * on where it was interrupted.
 * @throws the first failure, after everything else was tried
 */
export async function writeOpening(stage: Stage): Promise<void> {
  const threads = [
    ...DIRECT.map((direct, place) => stage.pause(place * BETWEEN).then(() => writeDirect(stage, direct))),
    ...(stage.isComplete ? GROUPS : []).map((group) => stage.pause(BETWEEN * 2).then(() => writeGroup(stage, group))),
  ];
  const failed = (await Promise.allSettled(threads)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

async function writeDirect(stage: Stage, { by, sentences }: DirectOpening): Promise<void> {
  const pal = stage.pals.get(by);
  if (!pal) return;
  const id = await stage.diary.once(by, () => pal.running.messenger.create([stage.visitorId], null));
  for (const [place, sentence] of sentences.entries()) await write(stage, pal, id, `${by}/${place}`, sentence);
}

async function writeGroup(stage: Stage, { name, by, members, sentences }: GroupOpening): Promise<void> {
  const creator = stage.pals.get(by);
  if (!creator) return;
  const others = members.flatMap((handle) => stage.pals.get(handle)?.personId ?? []);
  const id = await stage.diary.once(name, () => creator.running.messenger.create([stage.visitorId, ...others], name));
  for (const [place, sentence] of sentences.entries()) {
    const pal = stage.pals.get(sentence.by ?? by);
    if (pal) await write(stage, pal, id, `${name}/${place}`, sentence);
  }
}

/** Writes one sentence, and what happens to it afterwards. */
async function write(stage: Stage, pal: Pal, id: string, deed: string, sentence: Sentence): Promise<void> {
  const { diary, pause } = stage;
  const messageId = await diary.once(deed, async () => {
    await pause(1_200 + sentence.text.length * 20);
    await arrived(stage, pal, () => pal.running.messenger.conversation(id));
    return pal.running.sendOnce(deed, id, await outgoing(sentence));
  });
  const { later, reactions = {} } = sentence;
  if (later !== undefined) {
    await diary.once(`${deed}/edit`, async () => {
      await pause(2_500);
      await pal.running.messenger.edit(id, messageId, later);
    });
  }
  for (const [handle, emoji] of Object.entries(reactions)) {
    const other = stage.pals.get(handle);
    if (!other) continue;
    await diary.once(`${deed}/${handle}`, async () => {
      await pause(1_000);
      await arrived(stage, other, () => other.running.messenger.react(id, messageId, emoji));
    });
  }
}

/** Does something for which news of another device may have to arrive first. */
async function arrived<T>({ pause }: Stage, pal: Pal, act: () => Promise<T>): Promise<T> {
  for (let look = 1; ; look += 1) {
    try {
      return await act();
    } catch (error) {
      if (look === LOOKS) throw error;
      await pause(LOOK);
      await pal.running.settle();
    }
  }
}

async function outgoing({ text, picture }: Sentence): Promise<OutgoingMessage> {
  if (picture === undefined) return { text };
  const encoded = await encode(await drawnPng(picture), "picture");
  if (!encoded.ok) throw new Error(`the drawing ${picture} cannot be encoded: ${encoded.reason}`);
  const { largest, width, height, thumbhash } = encoded;
  const bytes = new Uint8Array(largest);
  return { text, attachments: [{ bytes, mediaType: "image/webp", width, height, alt: altOf(picture), thumbhash }] };
}
