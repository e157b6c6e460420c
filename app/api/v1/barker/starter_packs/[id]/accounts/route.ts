import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findPack, packWithPeople } from "@/lib/packs/reads";
import { PACK_SIZE } from "@/lib/packs/rules";
import { PackPeople } from "@/lib/packs/schema";
import { addToPack, removeFromPack } from "@/lib/packs/writes";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "The people of a starter pack, at most 50",
    auth: "optional",
    scope: "read:lists",
    params: IdParam,
    answers: z.array(Account),
  },
  async ({ viewer, params }) => {
    const found = await packWithPeople(viewer?.id ?? null, params.id);
    if (!found) throw new ApiError("not_found");
    return found.people;
  },
);

export const POST = route(
  {
    summary: "Put people into one's own starter pack",
    auth: "user",
    scope: "write:lists",
    params: IdParam,
    body: PackPeople,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    await own(viewer.id, params.id);
    const added = new Set(await addToPack(viewer.id, params.id, body.account_ids));
    if (body.account_ids.every((id) => added.has(id))) return {};
    const message = `A starter pack has up to ${PACK_SIZE} people who want to be suggested to others.`;
    throw new ApiError("invalid", { message });
  },
);

export const DELETE = route(
  {
    summary: "Take people out of one's own starter pack",
    auth: "user",
    scope: "write:lists",
    params: IdParam,
    body: PackPeople,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    await own(viewer.id, params.id);
    await removeFromPack(viewer.id, params.id, body.account_ids);
    return {};
  },
);

async function own(viewerId: string, id: string): Promise<void> {
  const pack = await findPack(viewerId, id);
  if (pack?.account.id !== viewerId) throw new ApiError("not_found");
}
