import { notFound } from "next/navigation";
import { cache } from "react";
import { findPersonByHandle } from "@/lib/people/reads";
import type { Account } from "@/lib/people/schema";

/** The person whom an address like /@maple names; any other first part of an address is nobody's. */
export const personAt = cache(async (segment: string): Promise<Account> => {
  const decoded = decodeURIComponent(segment);
  const person = decoded.startsWith("@") ? await findPersonByHandle(decoded) : null;
  if (!person) notFound();
  return person;
});
