import { z } from "zod";
import { handleAvailability } from "@/lib/account/reads";
import { HandleAvailability } from "@/lib/account/schema";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Whether a handle can be had by somebody who joins, and if not, why",
    auth: "optional",
    scope: "read:accounts",
    query: z.object({ handle: z.string().max(100) }),
    answers: HandleAvailability,
    limit: "handleCheck",
    limitBy: "address",
  },
  ({ query }) => handleAvailability(query.handle),
);
