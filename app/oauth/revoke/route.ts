import { z } from "zod";
import { checkApp, revokeToken } from "@/lib/auth/writes";
import { clientCredentials, oauthError, oauthProblem } from "@/lib/http/oauth";
import { route } from "@/lib/http/route";

const RevokeRequest = z.object({
  client_id: z.string().max(200).optional(),
  client_secret: z.string().max(200).optional(),
  token: z.string().max(512).optional(),
});

export const POST = route(
  {
    summary: "Revoke an access token of an app",
    auth: "none",
    body: RevokeRequest,
    answers: z.object({}),
    limit: "token",
    problem: oauthProblem,
  },
  async ({ request, body }) => {
    if (!body.token) return oauthError("invalid_request");
    const client = clientCredentials(request, body);
    if (!client || !(await checkApp(client.id, client.secret))) return oauthError("invalid_client");
    // RFC 7009: a token that is unknown, or somebody else's, gets the same response as a revoked one.
    await revokeToken(client.id, body.token);
    return {};
  },
);
