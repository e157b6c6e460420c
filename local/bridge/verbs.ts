import { parseCommand, type CommandWords } from "@/local/bridge/commands";
import { entryJson, errorJson, type Reply, type StringWriter } from "@/local/bridge/reply";
import type { RedisStore } from "@/local/bridge/store";

/** A response: an HTTP status and JSON. */
export interface CommandAnswer {
  status: number;
  json: string;
}

/** Handles the parsed body of a path. */
export type CommandVerb = (store: RedisStore, body: unknown, strings: StringWriter) => Promise<CommandAnswer>;

const noList: CommandAnswer = { status: 400, json: errorJson("ERR failed to parse pipeline request") };

/** POST /: one command. Its error is the response's error. */
export const single: CommandVerb = async (store, body, strings) => {
  const command = parseCommand(body);
  if (!command.ok) return { status: 400, json: errorJson(command.error) };
  const [reply = null] = await store.send([command.words]);
  return { status: reply instanceof Error ? 400 : 200, json: entryJson(reply, strings) };
};

/** POST /pipeline: several commands, each with its own result or error. */
export const pipeline: CommandVerb = async (store, body, strings) => {
  if (!Array.isArray(body) || body.length === 0) return noList;
  const parsed = body.map(parseCommand);
  const replies = await store.send(parsed.flatMap((command) => (command.ok ? [command.words] : [])));
  let next = 0;
  const entries = parsed.map((command) =>
    command.ok ? entryJson(replies[next++] ?? null, strings) : errorJson(command.error),
  );
  return { status: 200, json: `[${entries.join(",")}]` };
};

/** POST /multi-exec: several commands as one isolated transaction. */
export const multiExec: CommandVerb = async (store, body, strings) => {
  if (!Array.isArray(body) || body.length === 0) return noList;
  const words: CommandWords[] = [];
  for (const value of body) {
    const command = parseCommand(value);
    if (!command.ok) return { status: 400, json: errorJson(command.error) };
    words.push(command.words);
  }
  const replies = await store.send([["MULTI"], ...words, ["EXEC"]]);
  const executed = replies.at(-1) ?? null;
  if (!Array.isArray(executed)) return { status: 400, json: errorJson(whyDiscarded(replies)) };
  return { status: 200, json: `[${executed.map((reply) => entryJson(reply, strings)).join(",")}]` };
};

/** EXEC reports only that it was aborted; the reason is the error of the refused command. */
function whyDiscarded(replies: Reply[]): string {
  const first = replies.find((reply) => reply instanceof Error);
  return `EXECABORT Transaction discarded: ${first instanceof Error ? first.message : "no answer"}`;
}
