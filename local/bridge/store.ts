import { Command, Redis, ReplyError } from "ioredis";
import type { CommandWords } from "@/local/bridge/commands";
import type { Reply } from "@/local/bridge/reply";

/** Redis did not answer; it is unknown whether the commands were executed. */
export class StoreUnavailable extends Error {}

export interface RedisStore {
  /** Runs commands in order on one connection; Redis' errors are returned as replies. @throws StoreUnavailable */
  send(commands: CommandWords[]): Promise<Reply[]>;
  close(): void;
}

/**
 * Opens one connection that all requests share. Redis answers in order, so any number of requests may be pending;
 * commands of one turn of the event loop are sent in one packet.
 */
export function connectStore(url: string): RedisStore {
  const redis = new Redis(url, {
    protocol: 2,
    stringNumbers: true,
    disableClientInfo: true,
    // No retries: after a lost connection, a repeated INCR could count twice.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 10_000,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(20 * 2 ** Math.min(attempt, 6), 500),
  });
  let lastError = "";
  redis.on("ready", () => (lastError = ""));
  redis.on("error", (error: Error) => {
    // Logged once, because ioredis emits it with every attempt to connect.
    if (error.message !== lastError) console.error(`Redis: ${error.message}`);
    lastError = error.message;
  });

  let corked = false;
  /** Corks the socket until the end of this turn of the event loop. */
  function cork(): void {
    if (corked || redis.status !== "ready") return;
    corked = true;
    const { stream } = redis;
    stream.cork();
    setImmediate(() => {
      corked = false;
      stream.uncork();
    });
  }

  return {
    send(commands) {
      cork();
      return Promise.all(
        commands.map(([name, ...words]) => settle(redis, new Command(name, words, { replyEncoding: null }))),
      );
    },
    close: () => redis.disconnect(),
  };
}

function settle(redis: Redis, command: Command): Promise<Reply> {
  void redis.sendCommand(command);
  return command.promise.then(
    (reply: Reply) => reply,
    (error: unknown) => {
      if (error instanceof ReplyError) return error as Error;
      throw new StoreUnavailable("Redis does not answer", { cause: error });
    },
  );
}
