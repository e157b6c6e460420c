import { z } from "zod";
import { UnsubscribeQuery } from "@/lib/digest/schema";
import { endWeekly } from "@/lib/digest/writes";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "End the weekly mail with the token of a mail, as mail programs do with one click (RFC 8058)",
    auth: "none",
    query: UnsubscribeQuery,
    answers: z.object({}),
  },
  async ({ query }) => {
    await endWeekly(query.token);
    return {};
  },
);
