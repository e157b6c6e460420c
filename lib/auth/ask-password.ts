import { isPassword } from "@/lib/auth/reads";
import type { Requester } from "@/lib/auth/schema";
import { invalid } from "@/lib/errors";
import { countFailures } from "@/lib/limits/writes";

/**
 * Checks somebody's password before an irreversible action. Failed attempts are counted.
 * @param field the field of the request that holds it
 * @throws ApiError invalid when it is wrong, too_many
 */
export async function requirePassword(asked: Requester, password: string, field: string): Promise<void> {
  const right = await countFailures("password", [asked.countedBy], async () =>
    (await isPassword(asked.personId, password)) ? true : null,
  );
  if (!right) throw invalid(field, "ERR_INVALID", "That is not your password.");
}
