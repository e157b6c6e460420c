import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { isNotTaken } from "@/lib/imports/rules";
import { ImportRow, Lines, type Import, type ImportLine } from "@/lib/imports/schema";
import { toImport } from "@/lib/imports/view";
import { read } from "@/lib/neo4j";

const LinesRow = z.object({ lines: Lines });

/** A person's imports, newest first. */
export async function importsOf(personId: string): Promise<Import[]> {
  const rows = await read("imports/of_person", { personId, id: "" }, ImportRow);
  return rows.map((row) => toImport(row.import));
}

/** One of a person's imports. @throws ApiError not_found, also for those of others */
export async function importOf(personId: string, id: string): Promise<Import> {
  const [row] = await read("imports/of_person", { personId, id }, ImportRow);
  if (!row) throw new ApiError("not_found");
  return toImport(row.import);
}

/** All lines of a person's import that were not taken, in the order of the file. @throws ApiError not_found */
export async function notTakenOf(personId: string, id: string): Promise<ImportLine[]> {
  const rows = await read("imports/lines", { personId, id }, LinesRow);
  if (rows.length === 0) throw new ApiError("not_found");
  return rows.flatMap(({ lines }) => lines.filter(isNotTaken));
}
