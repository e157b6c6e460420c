import { notFound } from "next/navigation";
import { cache } from "react";
import { getViewer } from "@/lib/auth/session";
import { meetByHandle } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";

/** The person whom an address like /@maple names; any other first part of an address is nobody's. */
export const personAt = cache(async (segment: string): Promise<Account> => {
  const decoded = decodeURIComponent(segment);
  const person = decoded.startsWith("@") ? await meetByHandle((await getViewer())?.id ?? null, decoded) : null;
  if (!person) notFound();
  return person;
});
