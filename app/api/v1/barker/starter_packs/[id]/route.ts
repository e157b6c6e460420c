import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findPack } from "@/lib/packs/reads";
import { PackChange, StarterPack } from "@/lib/packs/schema";
import { deletePack, updatePack } from "@/lib/packs/writes";

export const GET = route(
  { summary: "A starter pack", auth: "optional", scope: "read:lists", params: IdParam, answers: StarterPack },
  async ({ viewer, params }) => {
    const pack = await findPack(viewer?.id ?? null, params.id);
    if (!pack) throw new ApiError("not_found");
    return pack;
  },
);

export const PUT = route(
  {
    summary: "Change the name or the description of one's own starter pack",
    auth: "user",
    scope: "write:lists",
    params: IdParam,
    body: PackChange,
    answers: StarterPack,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    if (!(await updatePack(viewer.id, params.id, body))) throw new ApiError("not_found");
    return findPack(viewer.id, params.id);
  },
);

export const DELETE = route(
  {
    summary: "Delete one's own starter pack",
    auth: "user",
    scope: "write:lists",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await deletePack(viewer.id, params.id);
    return {};
  },
);
