import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { acceptRequests } from "@/lib/notifications/writes";

export const POST = route(
  {
    summary: "Accept a notification request",
    auth: "user",
    scope: "write:notifications",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await acceptRequests(viewer.id, [params.id]);
    return {};
  },
);
