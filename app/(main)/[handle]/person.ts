import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { findVisiblePersonByHandle } from "@/lib/people/reads";
import { handleKey } from "@/lib/people/rules";
import type { Account } from "@/lib/people/schema";

/**
 * The person of an address like /@maple; not found for other first segments. A former handle redirects to
 * the current one.
 * @param rest the rest of the path after the handle, such as "/followers"
 */
export const personAt = cache(async (segment: string, rest = ""): Promise<Account> => {
  const decoded = decodeURIComponent(segment);
  const person = decoded.startsWith("@")
    ? await findVisiblePersonByHandle((await getViewer())?.id ?? null, decoded)
    : null;
  if (!person) notFound();
  if (handleKey(decoded.slice(1)) !== handleKey(person.acct)) permanentRedirect(paths.person(person.acct) + rest);
  return person;
});
