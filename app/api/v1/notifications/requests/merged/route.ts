import { z } from "zod";
import { route } from "@/lib/http/route";

/** Accepting takes effect at once, so there is never anything left to merge. */
export const GET = route(
  {
    summary: "Whether accepted requests are among the notifications",
    auth: "user",
    scope: "read:notifications",
    answers: z.object({ merged: z.boolean() }),
  },
  async () => ({ merged: true }),
);
