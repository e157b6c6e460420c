import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHex } from "@/lib/bytes/encoding";
import type { Content } from "@/lib/message-content/types";
import { applyContent, type Origin } from "@/lib/messenger/contents";
import { memoryStorage } from "@/lib/messenger/node-ports";
import type { MessageRecord } from "@/lib/messenger/records";
import { RecordStore, Work } from "@/lib/messenger/store";

const CONVERSATION = "c".repeat(32);
const [FERN, OTTER] = ["a".repeat(32), "b".repeat(32)];
const id = (number: number) => number.toString(16).padStart(64, "0");

interface Said {
  number: number;
  accountId: string;
  content: Content;
}

async function records(said: readonly Said[]): Promise<MessageRecord[]> {
  const store = await RecordStore.open(memoryStorage());
  await store.load(`message/${CONVERSATION}/`);
  for (const { number, accountId, content } of said) {
    const work = new Work(store);
    const origin: Origin = {
      conversationId: CONVERSATION,
      accountId,
      deviceId: accountId,
      at: number,
      number,
      id: id(number),
    };
    applyContent(work, origin, { salt: new Uint8Array(16), sender: "", room: "", content });
    await work.commit();
  }
  return store.all(`message/${CONVERSATION}/`);
}

const text = (number: number, accountId = FERN): Said => ({
  number,
  accountId,
  content: { kind: "text", text: `text ${number}`, attachments: [] },
});
const edit = (number: number, target: number, accountId = FERN): Said => ({
  number,
  accountId,
  content: { kind: "edit", replaces: fromHex(id(target)), text: `edit ${number}`, attachments: [] },
});
const deletion = (number: number, target: number, accountId = FERN): Said => ({
  number,
  accountId,
  content: { kind: "delete", replaces: fromHex(id(target)) },
});
const reaction = (number: number, target: number, accountId = OTTER): Said => ({
  number,
  accountId,
  content: { kind: "reaction", inReplyTo: fromHex(id(target)), emoji: `e${number}` },
});

const find = (all: MessageRecord[], number: number) => all.find((record) => record.id === id(number));

describe("contents", () => {
  it("lead to the same messages in whatever order they come", async () => {
    const said = [
      text(1),
      text(2, OTTER),
      edit(3, 1),
      edit(4, 1),
      reaction(5, 1),
      reaction(6, 1, FERN),
      reaction(7, 2, FERN),
    ];
    const expected = await records(said);
    expect(find(expected, 1)).toMatchObject({ text: "edit 4", editedAt: 4, reactions: { [OTTER]: { emoji: "e5" } } });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(said, { minLength: said.length }), async (shuffled) => {
        expect(await records(shuffled)).toEqual(expected);
      }),
    );
  });

  it("are applied once, however often they come", async () => {
    const said = [text(1), edit(2, 1), reaction(3, 1), deletion(4, 3, OTTER)];
    expect(await records([...said, ...said])).toEqual(await records(said));
    expect(find(await records(said), 1)).toMatchObject({ text: "edit 2", reactions: { [OTTER]: { emoji: "" } } });
  });

  it("change only what the same person wrote", async () => {
    const all = await records([text(1), edit(2, 1, OTTER), deletion(3, 1, OTTER)]);
    expect(find(all, 1)).toMatchObject({ kind: "text", text: "text 1", editedAt: null });
    const reacted = await records([text(1), reaction(2, 1), deletion(3, 2, FERN)]);
    expect(find(reacted, 1)?.reactions).toMatchObject({ [OTTER]: { emoji: "e2" } });
  });

  it("leave nothing of a message that was taken back, whatever comes before or after", async () => {
    for (const said of [
      [text(1), edit(2, 1), reaction(3, 1), deletion(4, 1)],
      [deletion(4, 1), text(1)],
      [edit(2, 1), deletion(4, 1), text(1), reaction(3, 1)],
      [text(1), deletion(4, 1), edit(5, 1), reaction(6, 1)],
    ]) {
      const record = find(await records(said), 1);
      expect(record).toMatchObject({ kind: "deleted", text: "", reactions: {}, attachments: [], proof: null });
    }
  });
});
