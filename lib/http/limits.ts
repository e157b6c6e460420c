import { Ratelimit } from "@upstash/ratelimit";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { log } from "@/lib/log";
import { keys } from "@/lib/redis/keys";
import { viaRedis, webRedis } from "@/lib/redis/web";
import { singleton } from "@/lib/singleton";

/** A rate limit: `count` uses in a sliding window. */
const RULES = {
  write: { count: 300, window: "5 m" },
  bark: { count: 60, window: "5 m" },
  media: { count: 100, window: "10 m" },
  react: { count: 600, window: "5 m" },
  marker: { count: 600, window: "5 m" },
  follow: { count: 200, window: "15 m" },
  report: { count: 30, window: "1 h" },
  signIn: { count: 10, window: "5 m" },
  signUp: { count: 10, window: "30 m" },
  app: { count: 30, window: "30 m" },
  token: { count: 300, window: "5 m" },
  passkey: { count: 40, window: "5 m" },
  password: { count: 10, window: "15 m" },
  handle: { count: 10, window: "1 d" },
  export: { count: 5, window: "1 h" },
  location: { count: 60, window: "15 m" },
  nearby: { count: 150, window: "5 m" },
  circles: { count: 200, window: "5 m" },
  search: { count: 600, window: "5 m" },
} as const;

export type LimitRule = keyof typeof RULES;

const limiters = singleton("limiters", () => new Map<LimitRule, Ratelimit>());

function limiter(rule: LimitRule): Ratelimit {
  let made = limiters().get(rule);
  if (!made) {
    made = new Ratelimit({
      redis: webRedis(),
      prefix: keys.rateLimit(rule),
      limiter: Ratelimit.slidingWindow(RULES[rule].count, RULES[rule].window),
      analytics: false,
      timeout: 0,
    });
    limiters().set(rule, made);
  }
  return made;
}

/**
 * Counts one use of `rule` by `who` (a person's id or an address).
 * @returns the rate-limit headers for the response
 * @throws ApiError `too_many`; `away` for password checks while Redis is unavailable, since guessing
 *   must stay slow. Other rules let requests pass meanwhile.
 */
export async function applyLimit(rule: LimitRule, who: string): Promise<Record<string, string>> {
  if (env().BARKER_RATE_LIMITS === "off") return {};
  try {
    const { success, limit, remaining, reset } = await viaRedis(() => limiter(rule).limit(who));
    const headers = {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(Math.max(0, remaining)),
      "x-ratelimit-reset": new Date(reset).toISOString(),
    };
    if (success) return headers;
    const retryAfter = Math.max(1, Math.ceil((reset - Date.now()) / 1000));
    throw new ApiError("too_many", { retryAfter, headers });
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (rule === "signIn" || rule === "password") throw new ApiError("away", { retryAfter: 2, cause: error });
    log().warn({ rule, err: error }, "rate limit not checked");
    return {};
  }
}

/**
 * Runs a check of a secret and counts it when it fails. It is counted first and refunded on success, so that concurrent
 * attempts cannot exceed the limit.
 * @param whos the keys it is counted under, each separately
 * @throws as `applyLimit`
 */
export async function countFailures<T>(
  rule: LimitRule,
  whos: string[],
  check: () => Promise<T | null>,
): Promise<T | null> {
  const counted: string[] = [];
  const giveBack = () => Promise.all(counted.map((who) => refund(rule, who)));
  for (const who of whos) {
    await applyLimit(rule, who);
    counted.push(who);
  }
  try {
    const result = await check();
    if (result !== null) await giveBack();
    return result;
  } catch (error) {
    await giveBack();
    throw error;
  }
}

/** Refunds one use. When that fails, the use expires with its window. */
async function refund(rule: LimitRule, who: string): Promise<void> {
  if (env().BARKER_RATE_LIMITS === "off") return;
  try {
    await limiter(rule).limit(who, { rate: -1 });
  } catch (error) {
    log().warn({ rule, err: error }, "rate limit not refunded");
  }
}

/**
 * Like `applyLimit`, for pages, which show the waiting time instead of failing.
 * @returns the seconds until the next attempt is allowed; 0 within the limit
 * @throws as `applyLimit`, but not `too_many`
 */
export async function secondsToWait(rule: LimitRule, who: string): Promise<number> {
  try {
    await applyLimit(rule, who);
    return 0;
  } catch (error) {
    if (error instanceof ApiError && error.retryAfter !== undefined && error.code === "too_many")
      return error.retryAfter;
    throw error;
  }
}
