import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fromBase64Url } from "../bytes";
import { decodeMessage, type Content } from "../content";
import { openFile, sealFile } from "../files";
import { Problem, type Client } from "./client";
import { find, sync, type Terminal } from "./commands";
import { upload } from "./history";
import { write } from "./sending";
import type { KeptMessage } from "./state";

/* What somebody does with messages: reactions, edits, deletions and files. */

const TYPES: Record<string, string> = {
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".txt": "text/plain",
  ".webp": "image/webp",
};

const contentOf = ({ content }: KeptMessage): Content => decodeMessage(fromBase64Url(content)).content;

/** The newest text of a conversation that fits. @throws Problem when there is none */
function newest(client: Client, id: string, fits: (message: KeptMessage) => boolean): KeptMessage {
  const { messages } = client.conversation(id);
  const found = messages.findLast((message) => contentOf(message).kind === "text" && fits(message));
  return found ?? fail("there is no such message");
}

function fail(why: string): never {
  throw new Problem(why);
}

async function act(client: Client, name: string, make: (id: string) => Parameters<typeof write>[2]): Promise<void> {
  await sync(client);
  const id = await find(client, name);
  await write(client, id, make(id));
  await upload(client);
}

/** Gives an emoji to the newest message of others. */
export const react = (client: Client, name: string, emoji: string): Promise<void> =>
  act(client, name, (id) => {
    const { id: replyTo } = newest(client, id, ({ account }) => account !== client.account);
    return { kind: "reaction", emoji, replyTo };
  });

/** Changes one's newest text. */
export const edit = (client: Client, name: string, text: string): Promise<void> =>
  act(client, name, (id) => {
    const message = newest(client, id, ({ account }) => account === client.account);
    const content = contentOf(message);
    return { kind: "edit", text, files: "files" in content ? content.files : [], replaces: message.id };
  });

/** Takes one's newest text back. */
export const unsend = (client: Client, name: string): Promise<void> =>
  act(client, name, (id) => {
    const { id: replaces } = newest(client, id, ({ account }) => account === client.account);
    return { kind: "delete", replaces };
  });

/** Sends a file as it is, with all its metadata. */
export async function attach(client: Client, name: string, path: string, description: string): Promise<void> {
  client.requireListed();
  const { encrypted, ...keys } = sealFile(readFileSync(path));
  const id = (await client.api.upload("attachments", encrypted)).at("id").string();
  const url = `https://${client.state.host}/api/v1/barker/e2ee/attachments/${id}`;
  const mediaType = TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
  const file = { ...keys, url, mediaType, description, name: basename(path).slice(0, 100) };
  await act(client, name, () => ({ kind: "text", text: "", files: [file], replyTo: null }));
}

/** Saves all files of a conversation in a folder, under names of their own. */
export async function save(client: Client, { out }: Terminal, name: string, folder: string): Promise<void> {
  await sync(client);
  mkdirSync(folder, { recursive: true });
  for (const message of client.conversation(await find(client, name)).messages) {
    const content = contentOf(message);
    for (const [at, file] of ("files" in content ? content.files : []).entries()) {
      const encrypted = await client.api.download(`attachments/${file.url.slice(file.url.lastIndexOf("/") + 1)}`);
      // What the sender called it could lead out of the folder.
      const ending = Object.keys(TYPES).find((each) => TYPES[each] === file.mediaType) ?? "";
      const path = join(folder, `${message.id.slice(2, 18)}-${at}${ending}`);
      writeFileSync(path, openFile(encrypted, file));
      out(path);
    }
  }
}
