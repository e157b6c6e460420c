import { z } from "zod";
import { requestDeletion } from "@/lib/account/leaving/writes";
import { Leave } from "@/lib/account/schema";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const DELETE = route(
  {
    summary:
      "Delete one's account: hidden at once, purged after the days that the town gives unless one signs in to cancel",
    auth: "session",
    body: Leave,
    answers: z.object({ leaves_at: z.string() }),
    limit: "write",
  },
  async ({ viewer, identity, body }) => {
    const leavesAt = await requestDeletion(requesterOf(viewer, identity), body.password);
    return { leaves_at: new Date(leavesAt).toISOString() };
  },
);
