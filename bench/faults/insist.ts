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
 * Asks again until it is answered, as an app does whose person waits. What is sent must be the same when sent twice.
 * @throws when the answer is that it is wrong
 */
export async function insist<T>(schema: z.ZodType<T>, path: string, { method = "POST", ...ask }: Ask): Promise<T> {
  for (;;) {
    const answer = await api(path, { method, ...ask });
    if (answer?.status === 200) return schema.parse(answer.body);
    if (answer && answer.status < 500 && answer.status !== 429)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    await pause(200);
  }
}
