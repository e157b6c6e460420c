import { z } from "zod";
import { IdsQuery } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { acceptRequests } from "@/lib/notifications/writes";

export const POST = route(
  {
    summary: "Accept several notification requests",
    auth: "user",
    scope: "write:notifications",
    body: IdsQuery,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, body }) => {
    await acceptRequests(viewer.id, body.id);
    return {};
  },
);
