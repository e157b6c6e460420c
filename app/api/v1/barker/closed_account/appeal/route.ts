import { z } from "zod";
import { openTicket } from "@/lib/auth/closed";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { tellStaff } from "@/lib/staff/notices";
import { warningsOf } from "@/lib/strikes/reads";
import { AppealInput, ClosedAccount, TicketInput } from "@/lib/strikes/schema";
import { appeal } from "@/lib/strikes/writes";
import { IdText } from "@/lib/text/fields";

export const POST = route(
  {
    summary: "Appeal against the measure for which one cannot sign in",
    auth: "none",
    body: TicketInput.and(AppealInput).and(z.object({ strike_id: IdText })),
    answers: ClosedAccount,
    limit: "token",
  },
  async ({ body }) => {
    const personId = await openTicket(body.ticket);
    if (personId === null) throw new ApiError("unauthorized");
    await appeal(personId, body.strike_id, body.text);
    tellStaff("appeal", personId);
    return { warnings: await warningsOf(personId) };
  },
);
