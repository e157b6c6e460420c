import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { log } from "@/lib/log";
import { keys } from "@/lib/redis/keys";
import { redis } from "@/lib/redis";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Rate limits: the number of uses in a sliding window, whose length is in seconds. */
const RULES = {
  write: { count: 300, seconds: 5 * MINUTE },
  bark: { count: 60, seconds: 5 * MINUTE },
  media: { count: 100, seconds: 10 * MINUTE },
  react: { count: 600, seconds: 5 * MINUTE },
  marker: { count: 600, seconds: 5 * MINUTE },
  /** Each follows up to 50 people. */
  followAll: { count: 8, seconds: 15 * MINUTE },
  follow: { count: 200, seconds: 15 * MINUTE },
  report: { count: 30, seconds: HOUR },
  /** Mails that tell a member of the staff what waits, of each queue. */
  staffMail: { count: 1, seconds: HOUR },
  signIn: { count: 10, seconds: 5 * MINUTE },
  handleCheck: { count: 120, seconds: 10 * MINUTE },
  signUp: { count: 10, seconds: 30 * MINUTE },
  invitation: { count: 30, seconds: HOUR },
  app: { count: 30, seconds: 30 * MINUTE },
  token: { count: 300, seconds: 5 * MINUTE },
  passkey: { count: 40, seconds: 5 * MINUTE },
  password: { count: 10, seconds: 15 * MINUTE },
  /** Wrong codes of a second factor; both apply. */
  twoFactor: { count: 10, seconds: HOUR },
  twoFactorDay: { count: 30, seconds: DAY },
  /** Mails about that. */
  guessesTold: { count: 1, seconds: DAY },
  handle: { count: 10, seconds: DAY },
  /** Mails to one account. */
  forgotten: { count: 3, seconds: HOUR },
  /** For each person whose weekly mail is ended. */
  unsubscribe: { count: 60, seconds: HOUR },
  export: { count: 5, seconds: HOUR },
  /** Single lists of people or bookmarks. */
  exportTable: { count: 60, seconds: HOUR },
  import: { count: 20, seconds: HOUR },
  location: { count: 60, seconds: 15 * MINUTE },
  nearby: { count: 150, seconds: 5 * MINUTE },
  circles: { count: 200, seconds: 5 * MINUTE },
  keyChain: { count: 60, seconds: HOUR },
  keyLookup: { count: 1_200, seconds: 5 * MINUTE },
  message: { count: 120, seconds: MINUTE },
  commit: { count: 120, seconds: MINUTE },
  conversation: { count: 30, seconds: HOUR },
  keyPackages: { count: 60, seconds: 15 * MINUTE },
  claim: { count: 600, seconds: HOUR },
  claimOfOne: { count: 20, seconds: HOUR },
  inbox: { count: 1_200, seconds: 5 * MINUTE },
  attachment: { count: 100, seconds: 10 * MINUTE },
  archive: { count: 1_200, seconds: 5 * MINUTE },
  vault: { count: 60, seconds: 15 * MINUTE },
  link: { count: 600, seconds: 5 * MINUTE },
  search: { count: 600, seconds: 5 * MINUTE },
} as const;

export type LimitRule = keyof typeof RULES;

/** The rules of secrets that could be guessed. */
const GUESSES = new Set<LimitRule>(["signIn", "password", "twoFactor", "twoFactorDay"]);

/**
 * Counts uses of a rule by somebody: once, or -1 to take one back.
 * @returns how many are left (-1: this one is refused), and when the window ends (Unix ms)
 */
async function use(rule: LimitRule, who: string, uses: 1 | -1): Promise<{ left: number; reset: number }> {
  const { count, seconds } = RULES[rule];
  const [now, length] = [Date.now(), seconds * 1_000];
  const window = Math.floor(now / length);
  const where = [keys.rateLimit(rule, who, window), keys.rateLimit(rule, who, window - 1)];
  const left = await redis().runScript("limit_use", where, [count, length, now, uses].map(String));
  return { left: Number(left), reset: (window + 1) * length };
}

/**
 * Counts one use of `rule` by `who` (a person's id or an address).
 * @returns the rate-limit headers for the response
 * @throws ApiError `too_many`; `away` for checks of secrets while Redis is unavailable, since guessing
 *   must stay slow. Other rules let requests pass meanwhile.
 */
export async function applyLimit(rule: LimitRule, who: string): Promise<Record<string, string>> {
  if (env().BARKER_RATE_LIMITS === "off") return {};
  try {
    const { left, reset } = await use(rule, who, 1);
    const headers = {
      "x-ratelimit-limit": String(RULES[rule].count),
      "x-ratelimit-remaining": String(Math.max(0, left)),
      "x-ratelimit-reset": new Date(reset).toISOString(),
    };
    if (left >= 0) return headers;
    const retryAfter = Math.max(1, Math.ceil((reset - Date.now()) / 1000));
    throw new ApiError("too_many", { retryAfter, headers });
  } catch (error) {
    if (error instanceof ApiError && error.code === "too_many") throw error;
    if (GUESSES.has(rule)) throw new ApiError("away", { retryAfter: 2, cause: error });
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
    await use(rule, who, -1);
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
