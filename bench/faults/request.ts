import type { z } from "zod";
import { api } from "@/e2e/support/people";

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Ask {
  token: string;
  method?: "GET" | "POST";
  json?: unknown;
  idempotencyKey?: string;
}

/**
 * Sends a request and retries until it succeeds. The request must be idempotent.
 * @throws if the server refuses it
 */
export async function requestUntilAnswered<T>(
  schema: z.ZodType<T>,
  path: string,
  { method = "POST", ...ask }: Ask,
): Promise<T> {
  for (;;) {
    const answer = await api(path, { method, ...ask });
    if (answer?.status === 200) return schema.parse(answer.body);
    if (answer && answer.status < 500 && answer.status !== 429)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    await pause(200);
  }
}
