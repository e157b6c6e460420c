/** A command as Redis takes it: the name first, then its arguments. */
export type CommandWords = [name: string, ...words: string[]];

export type ParsedCommand = { ok: true; words: CommandWords } | { ok: false; error: string };

const malformed = { ok: false, error: "ERR failed to parse command" } as const;

/**
 * Commands that would change or hold up the connections everybody shares, or the server itself:
 * those that wait, subscribe, open transactions, change the session, or administrate.
 */
const refused = new Set(
  `BLPOP BRPOP BRPOPLPUSH BLMOVE BLMPOP BZPOPMIN BZPOPMAX BZMPOP WAIT WAITAOF
   SUBSCRIBE PSUBSCRIBE SSUBSCRIBE UNSUBSCRIBE PUNSUBSCRIBE SUNSUBSCRIBE MONITOR
   MULTI EXEC DISCARD WATCH UNWATCH
   AUTH HELLO SELECT RESET QUIT CLIENT READONLY READWRITE ASKING
   ACL BGREWRITEAOF BGSAVE CLUSTER CONFIG DEBUG FAILOVER MIGRATE MODULE PSYNC REPLCONF REPLICAOF
   SAVE SHUTDOWN SLAVEOF SWAPDB SYNC`.split(/\s+/),
);
/** These wait only when asked to. */
const mayBlock = new Set(["XREAD", "XREADGROUP"]);

/** A command out of a JSON body: an array of strings, numbers and booleans, which Redis will see as strings. */
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
  // The client library compares names in lower case to reshape replies; in upper case they come as they are.
  const command: CommandWords = [name.toUpperCase(), ...others];
  if (!isAllowed(command)) return { ok: false, error: `ERR Command is not available: '${command[0].slice(0, 32)}'` };
  return { ok: true, words: command };
}

/** May this be run on a connection that many share? */
export function isAllowed([name, ...words]: CommandWords): boolean {
  if (refused.has(name)) return false;
  return !mayBlock.has(name) || !blocks(words);
}

/** BLOCK is an option only before STREAMS; behind it the same word is a key. */
function blocks(words: string[]): boolean {
  const options = words.map((word) => word.toUpperCase());
  const end = options.indexOf("STREAMS");
  return options.slice(0, end === -1 ? undefined : end).includes("BLOCK");
}
