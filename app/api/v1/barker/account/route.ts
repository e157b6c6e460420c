import { z } from "zod";
import { leave } from "@/lib/account/leaving/writes";
import { Leave } from "@/lib/account/schema";
import { route } from "@/lib/http/route";

export const DELETE = route(
  {
    summary: "Delete one's account: hidden at once, gone after 7 days unless one signs in to come back",
    auth: "session",
    body: Leave,
    answers: z.object({ leaves_at: z.string() }),
    limit: "password",
  },
  async ({ viewer, body }) => ({ leaves_at: new Date(await leave(viewer.id, body.password)).toISOString() }),
);
