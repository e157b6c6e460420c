import { z } from "zod";
import { ReactionParams } from "@/lib/announcements/schema";
import { reactTo, unreactTo } from "@/lib/announcements/writes";
import { route } from "@/lib/http/route";

export const PUT = route(
  {
    summary: "React to an announcement with an emoji",
    auth: "user",
    scope: "write:favourites",
    params: ReactionParams,
    answers: z.object({}),
    limit: "react",
  },
  async ({ viewer, params }) => {
    await reactTo(viewer.id, params.id, params.name);
    return {};
  },
);

export const DELETE = route(
  {
    summary: "Take a reaction to an announcement back",
    auth: "user",
    scope: "write:favourites",
    params: ReactionParams,
    answers: z.object({}),
    limit: "react",
  },
  async ({ viewer, params }) => {
    await unreactTo(viewer.id, params.id, params.name);
    return {};
  },
);
