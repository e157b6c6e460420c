import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { findPack, packsOf, packsWith } from "@/lib/packs/reads";
import { PACK_LIMIT } from "@/lib/packs/rules";
import { NewPack, PacksQuery, StarterPack } from "@/lib/packs/schema";
import { createPack } from "@/lib/packs/writes";

export const GET = route(
  {
    summary: "The starter packs of a person (by default the viewer), or those that others put the viewer into",
    auth: "optional",
    scope: "read:lists",
    query: PacksQuery,
    answers: z.array(StarterPack),
  },
  ({ viewer, query }) => {
    if (query.account_id !== undefined) return packsOf(viewer?.id ?? null, query.account_id);
    if (!viewer) throw new ApiError("unauthorized");
    return query.with_me ? packsWith(viewer.id) : packsOf(viewer.id, viewer.id);
  },
);

export const POST = route(
  {
    summary: "Make a starter pack: people to follow together, with a page that anybody may open",
    auth: "user",
    scope: "write:lists",
    body: NewPack,
    answers: StarterPack,
    limit: "write",
  },
  async ({ viewer, body }) => {
    const id = await createPack(viewer.id, body);
    if (id === null) throw new ApiError("invalid", { message: `You can have ${PACK_LIMIT} starter packs.` });
    return findPack(viewer.id, id);
  },
);
