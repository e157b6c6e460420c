import fc from "fast-check";
import { expect, it } from "vitest";
import {
  commit,
  decodeGroup,
  encodeGroup,
  encrypt,
  groupInfo,
  process,
  type MlsGroup,
  type ReceivedMessage,
} from "@/lib/mls";
import { paddedLength } from "@/lib/mls/padding";
import { at, commitAs, everybody, groupOf, newDevice, sayAs } from "@/testing/mls";

const text = (value: string) => new TextEncoder().encode(value);
const refusal = (code: string) => expect.objectContaining({ name: "MlsError", code });
const pair = async (): Promise<[MlsGroup, MlsGroup]> => {
  const groups = await groupOf([await newDevice(), await newDevice()]);
  return [at(groups, 0), at(groups, 1)];
};

/** Many messages from one device, numbered from 0. */
async function many(sender: MlsGroup, count: number) {
  const messages: Uint8Array[] = [];
  let group = sender;
  for (let number = 0; number < count; number += 1) {
    const sent = await encrypt(group, text(String(number)));
    messages.push(sent.message);
    group = sent.next;
  }
  return { messages, group };
}

async function read(group: MlsGroup, message: Uint8Array | undefined): Promise<ReceivedMessage> {
  const received = await process(group, message ?? text(""));
  if (received.kind !== "message") throw new Error("This is no message.");
  return received;
}
const textOf = ({ content }: ReceivedMessage) => new TextDecoder().decode(content);

it("a message tells which device of which account sent it, when it is read in the same epoch and later", async () => {
  const otter = await newDevice();
  const devices = [await newDevice(), otter, await newDevice(otter.accountId)];
  const groups = await groupOf(devices);
  const before = await encrypt(at(groups, 2), text("before"), text("tag"));
  const later = await commitAs(groups, 1, {});
  for (const group of [at(groups, 0), at(later, 0)]) {
    const received = await read(group, before.message);
    expect(textOf(received)).toBe("before");
    expect(new TextDecoder().decode(received.aad)).toBe("tag");
    expect(received).toMatchObject({ epoch: 1n, generation: 0, sender: { leafIndex: 2 } });
    expect(received.sender).toMatchObject({ accountId: otter.accountId, deviceId: devices[2]?.deviceId });
  }
});

it("a message that a removed device sent before its removal is still read, and names it", async () => {
  const devices = [await newDevice(), await newDevice(), await newDevice()];
  const groups = await groupOf(devices);
  const sent = await encrypt(at(groups, 2), text("my last"));
  const later = await commitAs(groups, 0, { remove: [2] });
  const received = await read(at(later, 1), sent.message);
  expect(received.sender.deviceId).toEqual(devices[2]?.deviceId);
});

it("messages of eight earlier epochs are read, and older ones are not", async () => {
  let groups = await groupOf([await newDevice(), await newDevice()]);
  const old = await encrypt(at(groups, 0), text("too old"));
  groups = await commitAs(groups, 1, {});
  const kept = await encrypt(at(groups, 0), text("kept"));
  for (let epoch = 0; epoch < 8; epoch += 1) groups = await commitAs(groups, epoch % 2, {});
  const reader = at(groups, 1);
  const received = await read(reader, kept.message);
  expect(textOf(received)).toBe("kept");
  await expect(process(received.next, kept.message)).rejects.toThrow(refusal("replayed"));
  await expect(process(reader, old.message)).rejects.toThrow(refusal("epoch_too_old"));
  await expect(process(at(await groupOf([await newDevice()]), 0), old.message)).rejects.toThrow(refusal("wrong_group"));
});

it("hundred messages are read in any order, each once", async () => {
  const [sender, reader] = await pair();
  const { messages } = await many(sender, 100);
  const order = messages.map((message, number) => ({ message, number, place: (number * 37) % 100 }));
  let group = reader;
  for (const { message, number } of order.toSorted((a, b) => a.place - b.place)) {
    const received = await read(group, message);
    expect(textOf(received)).toBe(String(number));
    expect(received.generation).toBe(number);
    group = received.next;
  }
  for (const message of messages) await expect(process(group, message)).rejects.toThrow(refusal("replayed"));
});

it("thousand messages may be missing, and are read when they come after all, also from a stored group", async () => {
  const [sender, reader] = await pair();
  const { messages } = await many(sender, 1001);
  const last = await read(reader, messages[1000]);
  expect(textOf(last)).toBe("1000");
  const stored = await decodeGroup(encodeGroup(last.next), reader.identity, everybody);
  for (const number of [0, 1, 500, 999]) {
    const received = await read(stored, messages[number]);
    expect(textOf(received)).toBe(String(number));
    await expect(process(received.next, messages[number] ?? text(""))).rejects.toThrow(refusal("replayed"));
  }
}, 60_000);

it("of a longer gap the newest thousand keys are kept, and more than 5,000 missing messages are refused", async () => {
  const [sender, reader] = await pair();
  const { messages, group } = await many(sender, 1101);
  const { next } = await read(reader, messages[1100]);
  await expect(process(next, messages[99] ?? text(""))).rejects.toThrow(refusal("replayed"));
  expect(textOf(await read(next, messages[100]))).toBe("100");
  const own = group.state.secretTree[0];
  if (own === undefined) throw new Error("The sender has no secrets.");
  const far = { ...own, application: { ...own.application, generation: 6200 } };
  const liar = group.with({ ...group.state, secretTree: group.state.secretTree.with(0, far) });
  await expect(process(next, (await encrypt(liar, text("far"))).message)).rejects.toThrow(refusal("undecryptable"));
}, 60_000);

it("whoever gets a state in which messages are missing can read those, but none that were read already", async () => {
  const [sender, reader] = await pair();
  const { messages } = await many(sender, 3);
  const { next } = await read(await read(reader, messages[1]).then((received) => received.next), messages[2]);
  const kept = next.state.secretTree[0]?.application.unusedGenerations ?? {};
  expect(Object.keys(kept)).toEqual(["0"]);
  // 16 bytes of key and 12 of nonce. The library would keep the 32 bytes from which all later keys follow.
  expect(kept[0]).toHaveLength(28);
  expect(textOf(await read(next, messages[0]))).toBe("0");
});

it("changed and cut messages are refused, and the true one is read afterwards", async () => {
  const [sender, reader] = await pair();
  const { message } = await encrypt(sender, text("true"), text("tag"));
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: message.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
      const bad = message.with(place, (message[place] ?? 0) ^ mask);
      await expect(process(reader, bad)).rejects.toMatchObject({ name: "MlsError" });
      await expect(process(reader, message.subarray(0, place))).rejects.toMatchObject({ name: "MlsError" });
    }),
    { numRuns: 60 },
  );
  await expect(process(reader, new Uint8Array([...message, 0]))).rejects.toThrow(refusal("malformed"));
  expect(textOf(await read(reader, message))).toBe("true");
});

it("changed commits are refused, and the true one is applied afterwards", async () => {
  const [committer, reader] = await pair();
  const made = await commit(committer, {});
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: made.commit.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
      const bad = made.commit.with(place, (made.commit[place] ?? 0) ^ mask);
      await expect(process(reader, bad)).rejects.toMatchObject({ name: "MlsError" });
    }),
    { numRuns: 60 },
  );
  expect(groupInfo((await process(reader, made.commit)).next).epoch).toBe(2n);
});

it("random bytes are refused with an MlsError and nothing else", async () => {
  const [, reader] = await pair();
  const headed = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.uint8Array({ maxLength: 300 }))
    .map(([format, rest]) => new Uint8Array([0, 1, 0, format, ...rest]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), headed), async (bad) => {
      await expect(process(reader, bad)).rejects.toMatchObject({ name: "MlsError" });
    }),
    { numRuns: 1000 },
  );
});

it("of two messages encrypted from one state, as two tabs would, the second is refused and not misread", async () => {
  const [sender, reader] = await pair();
  const [one, two] = [await encrypt(sender, text("one")), await encrypt(sender, text("two"))];
  const { next } = await read(reader, one.message);
  await expect(process(next, two.message)).rejects.toThrow(refusal("replayed"));
  await expect(process(one.next, one.message)).rejects.toThrow(refusal("own_message"));
});

it("messages of up to 4,096 bytes have one of five lengths, and longer ones are at most an eighth longer", async () => {
  const [sender] = await pair();
  const lengths = new Set<number>();
  for (const size of [0, 1, 100, 180, 200, 500, 1000, 2000, 3000, 4000])
    lengths.add((await encrypt(sender, new Uint8Array(size), new Uint8Array(32))).message.length);
  expect(lengths.size).toBe(5);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e7 }), (length) => {
      const padded = paddedLength(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(length > 4096 ? padded <= length * 1.125 : [256, 512, 1024, 2048, 4096].includes(padded)).toBe(true);
      expect(paddedLength(padded)).toBe(padded);
    }),
  );
  await sayAs(await groupOf([await newDevice(), await newDevice()]), 0, "x".repeat(20_000));
});
