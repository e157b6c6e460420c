import { z } from "zod";
import { requireConfirmation } from "@/lib/auth/confirmation";
import { isStaff } from "@/lib/auth/rights";
import { answerAddress, grantCode, OUT_OF_BAND, evaluateRequest } from "@/lib/auth/grants";
import { actsAsStaff } from "@/lib/auth/scopes";
import { ApiError } from "@/lib/errors";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

const part = z.string().max(2_000).optional();
const Asked = z.object({
  response_type: part,
  client_id: part,
  redirect_uri: part,
  scope: part,
  state: part,
  code_challenge: part,
  code_challenge_method: part,
  /** Whether the person grants the request. */
  granted: z.boolean(),
});
const Answer = z.object({ address: z.string().nullable(), code: z.string().nullable() });

export const POST = route(
  {
    summary:
      "Answer an app's request for access to one's account; only from Barker's own pages; requires a confirmation for an app that acts as staff",
    auth: "session",
    body: Asked,
    answers: Answer,
    limit: "token",
  },
  async ({ viewer, identity, body: { granted, ...asked } }) => {
    const request = await evaluateRequest(asked, isStaff(viewer));
    if (!request.ok) throw new ApiError("invalid", { message: "This app's request is not valid." });
    const { redirectUri } = request;
    const shown = redirectUri === OUT_OF_BAND;
    const { state } = asked;
    if (!granted) {
      const refusal = { error: "access_denied", error_description: "The owner of the account said no.", state };
      return { address: shown ? null : answerAddress(redirectUri, refusal), code: null };
    }
    if (viewer.needsTwoFactor && actsAsStaff(request.scopes, "at all")) throw new ApiError("two_factor");
    if (actsAsStaff(request.scopes, "write")) await requireConfirmation(requesterOf(viewer, identity));
    const code = await grantCode(viewer.id, request);
    return shown ? { address: null, code } : { address: answerAddress(redirectUri, { code, state }), code: null };
  },
);
