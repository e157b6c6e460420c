import { z } from "zod";
import { route } from "@/lib/http/route";
import { EpochChange, EpochParam } from "@/lib/messages/archive/schema";
import { storeArchiveEpoch } from "@/lib/messages/archive/writes";

export const PUT = route(
  {
    summary: "Store the key of an epoch of one's archive, wrapped in that of the next",
    auth: "user",
    scope: "messages",
    params: EpochParam,
    body: EpochChange,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    await storeArchiveEpoch(viewer.id, params.n, body.wrapped);
    return {};
  },
);
