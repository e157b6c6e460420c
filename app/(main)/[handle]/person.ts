import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { findVisiblePersonByHandle } from "@/lib/people/reads";
import { handleKey } from "@/lib/people/rules";
import type { Account } from "@/lib/people/schema";

/**
 * The person whom an address like /@maple names; any other first part of an address is nobody's. A handle that was
 * changed lately leads on to the new one.
 * @param rest what follows the handle in the address, such as "/followers"
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
