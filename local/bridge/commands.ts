/** A Redis command: its name and its arguments. */
export type CommandWords = [name: string, ...words: string[]];

export type ParsedCommand = { ok: true; words: CommandWords } | { ok: false; error: string };

const malformed = { ok: false, error: "ERR failed to parse command" } as const;

/**
 * Commands that would change or block the shared connection or the server: blocking ones, subscriptions, transactions,
 * changes of the session, and administration.
 */
const refused = new Set(
  `BLPOP BRPOP BRPOPLPUSH BLMOVE BLMPOP BZPOPMIN BZPOPMAX BZMPOP WAIT WAITAOF
   SUBSCRIBE PSUBSCRIBE SSUBSCRIBE UNSUBSCRIBE PUNSUBSCRIBE SUNSUBSCRIBE MONITOR
   MULTI EXEC DISCARD WATCH UNWATCH
   AUTH HELLO SELECT RESET QUIT CLIENT READONLY READWRITE ASKING
   ACL BGREWRITEAOF BGSAVE CLUSTER CONFIG DEBUG FAILOVER MIGRATE MODULE PSYNC REPLCONF REPLICAOF
   SAVE SHUTDOWN SLAVEOF SWAPDB SYNC`.split(/\s+/),
);
/** These block only with the option BLOCK. */
const mayBlock = new Set(["XREAD", "XREADGROUP"]);

/** Parses a command from a JSON body: an array of strings, numbers and booleans, which Redis gets as strings. */
export function parseCommand(value: unknown): ParsedCommand {
  if (!Array.isArray(value) || value.length === 0) return malformed;
  const words = new Array<string>(value.length);
  for (let index = 0; index < value.length; index += 1) {
    const word: unknown = value[index];
    if (typeof word === "string") words[index] = word;
    else if (typeof word === "number" || typeof word === "boolean") words[index] = String(word);
    else return malformed;
  }
  const [name = "", ...others] = words;
  // Upper case, because ioredis transforms the replies of commands with lower-case names.
  const command: CommandWords = [name.toUpperCase(), ...others];
  if (!isAllowed(command)) return { ok: false, error: `ERR Command is not available: '${command[0].slice(0, 32)}'` };
  return { ok: true, words: command };
}

/** Whether a command may run on the shared connection. */
export function isAllowed([name, ...words]: CommandWords): boolean {
  if (refused.has(name)) return false;
  return !mayBlock.has(name) || !blocks(words);
}

/** BLOCK is an option only before STREAMS; after it, the same word is a key. */
function blocks(words: string[]): boolean {
  const options = words.map((word) => word.toUpperCase());
  const end = options.indexOf("STREAMS");
  return options.slice(0, end === -1 ? undefined : end).includes("BLOCK");
}
