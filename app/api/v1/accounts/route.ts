import { z } from "zod";
import { SignUp } from "@/lib/account/schema";
import { signUp } from "@/lib/account/writes";
import { signInCookies } from "@/lib/auth/entrance";
import { Token } from "@/lib/auth/schema";
import { createToken } from "@/lib/auth/writes";
import { ApiError, invalidFields } from "@/lib/errors";
import { isSameOrigin } from "@/lib/http/origin";
import { IdsQuery } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { listAccounts } from "@/lib/people/reads";
import { Account } from "@/lib/people/schema";
import { followHost } from "@/lib/people/writes";
import { tellStaff } from "@/lib/staff/notices";
import { withoutStoreBudget } from "@/lib/store-timeout";

export const POST = route(
  {
    summary:
      "Sign up: an app gets an access token, our own pages get a session cookie, and who has to be approved or to confirm the address first waits",
    auth: "optional",
    scope: "write:accounts",
    body: SignUp,
    answers: Token,
    limit: "signUp",
    limitBy: "address",
  },
  async ({ request, identity, body }) => {
    // The token of a person must not create further accounts, each with rate limits of its own.
    if (identity?.by === "token") {
      throw new ApiError("forbidden", { message: "This method requires an app's own token (client credentials)." });
    }
    if (!identity && !isSameOrigin(request.headers)) throw new ApiError("unauthorized");
    const result = await signUp(body);
    if (!result.ok) throw invalidFields(result.faults);
    const { personId, hostId, waits, asks } = result;
    if (asks) tellStaff("applicant", personId);
    // The account exists by now, so what is left takes the time that it needs.
    return withoutStoreBudget(async () => {
      if (hostId !== null) await followHost(personId, hostId);
      if (identity?.by === "app") return createToken(identity.app.id, identity.scopes, personId);
      if (waits) return { id: personId, waiting: true };
      return Response.json({ id: personId }, { headers: await signInCookies(personId, request.headers, false) });
    });
  },
);

export const GET = route(
  {
    summary: "Several accounts at once",
    auth: "optional",
    scope: "read:accounts",
    query: IdsQuery,
    answers: z.array(Account),
  },
  ({ viewer, query }) => listAccounts(viewer?.id ?? null, query.id, "sought"),
);
