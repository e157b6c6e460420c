import { z } from "zod";
import { endSessions } from "@/lib/auth/writes";
import { route } from "@/lib/http/route";

export const DELETE = route(
  {
    summary: "Sign out everywhere: ends all web sessions and all apps' access",
    auth: "user",
    scope: "write",
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer }) => {
    await endSessions(viewer.id);
    return {};
  },
);
