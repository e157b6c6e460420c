import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { exportOf } from "@/lib/account/export/reads";
import { env } from "@/lib/env";
import { findPerson, findPersonId } from "@/lib/people/reads";
import type { StaffActor } from "@/lib/staff/schema";
import { noteDataRequest } from "@/lib/staff/writes";

/**
 * Writes what a person could export themselves to a zip in the data folder, which only this machine's user may read. The
 * staff log notes it.
 * @returns the path of the file; null when nobody has the handle
 */
export async function exportFor(actor: StaffActor, handle: string): Promise<string | null> {
  const id = await findPersonId(handle);
  const person = id === null ? null : await findPerson(id);
  if (!person) return null;
  await noteDataRequest(actor, person);
  const folder = join(env().BARKER_DATA, "exports");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const day = new Date().toISOString().slice(0, 10);
  const file = join(folder, `barker-${person.handle}-${day}.zip`);
  await pipeline(exportOf(person.id), createWriteStream(file, { mode: 0o600 }));
  return file;
}
