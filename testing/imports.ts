import { z } from "zod";
import { deleteBark } from "@/lib/barks/writes";
import { workOnImports } from "@/lib/imports/work/writes";
import { Import } from "@/lib/imports/schema";
import { readArchive, removeArchive } from "@/lib/media/archives/writes";
import { addPicture } from "@/lib/media/writes";
import { IdRow } from "@/lib/neo4j";
import { call, type Answer } from "@/testing/api";
import { ask } from "@/testing/graph";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";

const PATH = "/api/v1/barker/imports";

export interface Importer extends TestPerson {
  token: string;
}

/** Creates a person with a token. */
export async function join(): Promise<Importer> {
  const person = await makePerson();
  return { ...person, ...(await makeToken(person.id)) };
}

/** Processes the next part of each import that is due, as a worker does. */
export function work(): Promise<number> {
  return workOnImports({ addPicture, deleteBark, readArchive, removeArchive });
}

/** Uploads a file as an import. */
export function upload(token: string, kind: string, file: string | Uint8Array<ArrayBuffer>): Promise<Answer> {
  const body = new FormData();
  body.set("kind", kind);
  body.set("file", new File([file], `${kind}.csv`, { type: "text/csv" }));
  return call("POST", PATH, { token, body });
}

/** One import as its owner sees it. */
export async function seen(token: string, id: string): Promise<Import> {
  return Import.parse((await call("GET", `${PATH}/${id}`, { token })).json);
}

/** Works as a worker does until the import waits for its owner. */
export async function settle(token: string, id: string): Promise<Import> {
  for (;;) {
    const found = await seen(token, id);
    if (!["checking", "running", "undoing"].includes(found.state)) return found;
    await work();
  }
}

/** Uploads a file and has it checked. */
export async function checked(token: string, kind: string, file: string): Promise<Import> {
  const { status, json, text } = await upload(token, kind, file);
  if (status !== 200) throw new Error(text);
  return settle(token, Import.parse(json).id);
}

/** Starts an import or undoes it, to its end. */
export async function carriedOut(token: string, { id }: { id: string }, verb: "start" | "undo"): Promise<Import> {
  const { status, text } = await call("POST", `${PATH}/${id}/${verb}`, { token });
  if (status !== 200) throw new Error(text);
  return settle(token, id);
}

/** Makes the stored results of an import what they were when it was planned. */
export async function unsay(id: string): Promise<void> {
  const parts = await ask(
    "MATCH (:Import {id: $id})-[:HAS_PART]->(p) RETURN p.number AS number, p.lines AS lines",
    { id },
    z.object({ number: z.number(), lines: z.string() }),
  );
  for (const { number, lines } of parts) {
    const before = lines.replaceAll(/"result":"(added|requested)"/g, '"result":"new"');
    const set = "MATCH (:Import {id: $id})-[:HAS_PART]->(p {number: $number}) SET p.lines = $before RETURN $id AS id";
    await ask(set, { id, number, before }, IdRow);
  }
}
