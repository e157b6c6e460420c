import { io, type Socket } from "socket.io-client";
import { quantile, type Figure } from "@/bench/figures";
import { askJson, origin } from "@/bench/http";
import { benchKeyLog } from "@/bench/keylog";
import { follow, makePeople } from "@/bench/people";
import { createApp, createToken } from "@/lib/auth/writes";
import { createMessenger, type RunningMessenger } from "@/lib/messenger/messenger";
import { memoryStorage, storedKeys, tokenTransport } from "@/lib/messenger/node-ports";
import { encrypt, process as receive } from "@/lib/mls";
import type { EncryptedNews } from "@/lib/realtime/events";
import { utf8 } from "@/lib/bytes/encoding";
import { groupOf, newDevice } from "@/testing/mls";
import { until } from "@/testing/until";

const WARM_UP = 20;
const MESSAGES = 100;
/** How many messages a new device finds in the archive. */
const ARCHIVED = Number(process.env["BENCH_MESSAGES"] ?? 1_000);
const SEALED = 1_000;
const LONG = 600_000;

/** A person's device in this process, which is told of news as a browser is. */
interface Device {
  running: RunningMessenger;
  values: Map<string, Uint8Array>;
  token: string;
  socket: Socket;
}

/** Encrypted messages between devices: sending, opening, new devices, and the key log behind them. */
export async function benchMessages(): Promise<Figure[]> {
  const [fern, otter] = await makePeople(2);
  if (!fern || !otter) throw new Error("nobody was made");
  await follow(fern, otter);
  await follow(otter, fern);
  const { id: appId } = await createApp({ name: "Bench", website: null, redirectUris: [], scopes: ["messages"] });
  const sender = await openDevice(appId, fern.id);
  const receiver = await openDevice(appId, otter.id);
  for (const { running } of [sender, receiver]) await running.messenger.enrol("Bench");
  const id = await sender.running.messenger.create([otter.id], null);
  const figures = await benchSending(sender, receiver, id);
  figures.push(...(await benchSealing()));
  await fill(sender, id);
  await receiver.running.settle();
  figures.push(await benchOpening(receiver, otter.id, id));
  figures.push(...(await benchNewDevice(receiver, () => openDevice(appId, otter.id), id)));
  for (const { running, socket } of [sender, receiver]) {
    socket.disconnect();
    await running.stop();
  }
  return [...figures, ...(await benchKeyLog())];
}

const portsOf = (values: Map<string, Uint8Array>, token: string, personId: string) => {
  const storage = memoryStorage(values);
  const transport = tokenTransport(origin, token);
  return { transport, storage, keys: storedKeys(storage), host: new URL(origin).host, personId, now: Date.now };
};

async function openDevice(appId: string, personId: string): Promise<Device> {
  const scopes = ["messages", "read", "write"];
  const { access_token: token } = await createToken(appId, scopes, personId);
  const values = new Map<string, Uint8Array>();
  const running = await createMessenger(portsOf(values, token, personId));
  running.start();
  const socket = io(origin, { path: "/socket.io", transports: ["websocket"], forceNew: true, auth: { token } });
  socket.on("e2ee", ({ conversation_id: about }: EncryptedNews) => running.nudge(about));
  await until(() => socket.connected);
  return { running, values, token, socket };
}

/** From sending a message until the other device shows it, in turn with a bark until the other one hears of it. */
async function benchSending(sender: Device, receiver: Device, id: string): Promise<Figure[]> {
  const shown: number[] = [];
  const barked: number[] = [];
  await sender.running.messenger.send(id, { text: "Ready?" });
  await until(() => lastOf(receiver, id), LONG);
  for (let turn = 0; turn < WARM_UP + MESSAGES; turn += 1) {
    const message = await sendOne(sender, receiver, id, `The tide comes in, ${turn}.`);
    const bark = await barkOne(sender, receiver, `The tide goes out, ${turn}.`);
    if (turn < WARM_UP) continue;
    shown.push(message);
    barked.push(bark);
  }
  return [
    { what: "message, sent until shown, p50", value: quantile(shown, 0.5), unit: "ms", target: { most: 150 } },
    { what: "message, sent until shown, p95", value: quantile(shown, 0.95), unit: "ms" },
    { what: "bark between the same two, p50", value: quantile(barked, 0.5), unit: "ms" },
    { what: "bark between the same two, p95", value: quantile(barked, 0.95), unit: "ms" },
  ];
}

async function lastOf({ running }: Device, id: string): Promise<string | null> {
  const page = await running.messenger.messages(id, { limit: 1 }).catch(() => null);
  return page?.messages[0]?.text ?? null;
}

async function sendOne(sender: Device, receiver: Device, id: string, text: string): Promise<number> {
  const started = performance.now();
  const shown = new Promise<number>((resolve) => {
    const leave = receiver.running.subscribe(() => {
      void lastOf(receiver, id).then((last) => {
        if (last !== text) return;
        leave();
        resolve(performance.now() - started);
      });
    });
  });
  await sender.running.messenger.send(id, { text });
  return shown;
}

async function barkOne(sender: Device, receiver: Device, status: string): Promise<number> {
  const started = performance.now();
  const heard = new Promise<number>((resolve) => {
    receiver.socket.once("bark", () => resolve(performance.now() - started));
  });
  await askJson("/api/v1/statuses", { method: "POST", token: sender.token, json: { status } });
  return heard;
}

/** What encryption alone costs, in this process and without a store. */
async function benchSealing(): Promise<Figure[]> {
  let [mine, theirs] = await groupOf([await newDevice(), await newDevice()]);
  if (!mine || !theirs) throw new Error("there is no group");
  const sealed: Uint8Array[] = [];
  const begun = performance.now();
  for (let turn = 0; turn < SEALED; turn += 1) {
    const made = await encrypt(mine, utf8(`Message ${turn}`), new Uint8Array(32));
    mine = made.next;
    sealed.push(made.message);
  }
  const between = performance.now();
  for (const message of sealed) theirs = (await receive(theirs, message)).next;
  const ended = performance.now();
  const count = SEALED.toLocaleString("en");
  return [
    { what: `${count} messages encrypted`, value: between - begun, unit: "ms" },
    { what: `${count} messages decrypted`, value: ended - between, unit: "ms" },
  ];
}

/** Writes what fills a conversation. */
async function fill(sender: Device, id: string): Promise<void> {
  for (let turn = 0; turn < ARCHIVED; turn += 1) {
    await sender.running.messenger.send(id, { text: `Wave ${turn} of many.` });
    if (turn % 50 === 49) await sender.running.settle();
  }
  await sender.running.settle();
}

/** From stored values to the newest page of a long conversation, as when Messages is opened. */
async function benchOpening({ values, token }: Device, personId: string, id: string): Promise<Figure> {
  const samples: number[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    const copy = new Map(values);
    const started = performance.now();
    const opened = await createMessenger(portsOf(copy, token, personId));
    await opened.messenger.conversations();
    await opened.messenger.messages(id, { limit: 40 });
    samples.push(performance.now() - started);
  }
  const what = `conversation of ${ARCHIVED.toLocaleString("en")} opened from storage, p50`;
  return { what, value: quantile(samples, 0.5), unit: "ms", target: { most: 1_000 } };
}

/** From entering the words on a new device until it shows the newest messages, and until it has all of them. */
async function benchNewDevice(old: Device, open: () => Promise<Device>, id: string): Promise<Figure[]> {
  const words = await old.running.messenger.newWords();
  await old.running.messenger.keepWords(words);
  await old.running.settle();
  const { running, socket } = await open();
  await running.messenger.enrol("New");
  const started = performance.now();
  await running.messenger.unlockWithWords(words);
  const entered = performance.now() - started;
  const since = async (count: number) => {
    // Counted as they are stored: asking for all of them again and again would slow the device down.
    await until(() => running.engine.store.all(`message/${id}/`).length >= count, LONG);
    await running.messenger.messages(id, { limit: 20 });
    return performance.now() - started;
  };
  running.nudge(null);
  const recent = await since(20);
  const all = await since(ARCHIVED);
  socket.disconnect();
  await running.stop();
  const count = ARCHIVED.toLocaleString("en");
  return [
    { what: "new device: let in by words", value: entered, unit: "ms" },
    { what: "new device: recent chats", value: recent, unit: "ms", target: { most: 3_000 } },
    { what: `new device: ${count} archived messages`, value: all, unit: "ms", target: { most: 5_000 } },
  ];
}
