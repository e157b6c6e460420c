import { z } from "zod";
import { IdsQuery } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { dismissRequests } from "@/lib/notifications/writes";

export const POST = route(
  {
    summary: "Dismiss several notification requests",
    auth: "user",
    scope: "write:notifications",
    body: IdsQuery,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, body }) => {
    await dismissRequests(viewer.id, body.id);
    return {};
  },
);
