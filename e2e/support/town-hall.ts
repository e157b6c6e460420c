import { bark, reported, signUp, type ApiPerson } from "@/e2e/support/people";
import { employ } from "@/testing/staff";

const owners = new Map<string, Promise<{ person: ApiPerson; address: string }>>();

/** An owner of the town, and the address of a report with a long word or of the person whom it is about. */
export function owner(path: string) {
  const known = owners.get(path) ?? makeOwner(path);
  owners.set(path, known);
  return known;
}

async function makeOwner(path: string): Promise<{ person: ApiPerson; address: string }> {
  const [person, about] = await Promise.all([signUp(), signUp()]);
  await employ(person, "owner");
  const status_ids = [await bark(about, "See https://example.org/a-very-long-address-that-must-not-widen-the-page")];
  const sent = { account_id: about.id, status_ids, category: "violation", comment: "Not kind" };
  const { id } = await reported(person, sent);
  const address = path === "a person" ? `/town-hall/people/${about.id}` : `/town-hall/reports/${id}`;
  return { person, address };
}
