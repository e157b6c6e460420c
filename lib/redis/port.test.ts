import { expect, it } from "vitest";
import { ApiError } from "@/lib/errors";
import { createPort, type RedisAdapter } from "@/lib/redis/port";

/** A Redis that answers every command with this error, as ioredis throws it. */
function answering(message: string, name = "ReplyError"): RedisAdapter {
  const refuse = async () => {
    throw Object.assign(new Error(message), { name });
  };
  return {
    ping: refuse,
    get: refuse,
    getdel: refuse,
    set: refuse,
    publish: refuse,
    highest: refuse,
    evalsha: refuse,
    eval: refuse,
  };
}

it.each([
  ["OOM command not allowed when used memory > 'maxmemory'.", "ReplyError"],
  ["LOADING Redis is loading the dataset in memory", "ReplyError"],
  ["READONLY You can't write against a read only replica.", "ReplyError"],
  ["Connection is closed.", "Error"],
  ["Reached the max retries per request limit (which is 1).", "MaxRetriesPerRequestError"],
])("a Redis that cannot do it now is away: %s", async (message, name) => {
  const redis = createPort(answering(message, name));
  await expect(redis.get("x")).rejects.toMatchObject({ code: "away", status: 503, retryAfter: 2 });
  await expect(redis.runScript("order_note", ["x"], ["1"])).rejects.toBeInstanceOf(ApiError);
});

it.each(["WRONGTYPE Operation against a key", "ERR user_script:1: attempt to index a nil value"])(
  "a command that is wrong is a fault of ours: %s",
  async (message) => {
    const error: unknown = await createPort(answering(message))
      .runScript("order_note", ["x"], ["1"])
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message });
    expect(error).not.toBeInstanceOf(ApiError);
  },
);
