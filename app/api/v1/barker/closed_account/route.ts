import { route } from "@/lib/http/route";
import { openTicket } from "@/lib/auth/closed";
import { ApiError } from "@/lib/errors";
import { warningsOf } from "@/lib/strikes/reads";
import { ClosedAccount, TicketInput } from "@/lib/strikes/schema";

export const POST = route(
  {
    summary: "Why somebody who is suspended cannot sign in; with the ticket that their password gave them",
    auth: "none",
    body: TicketInput,
    answers: ClosedAccount,
    limit: "token",
  },
  async ({ body }) => {
    const personId = await openTicket(body.ticket);
    if (personId === null) throw new ApiError("unauthorized");
    return { warnings: await warningsOf(personId) };
  },
);
