import { z } from "zod";
import { redeemCode } from "@/lib/auth/grants";
import { Token } from "@/lib/auth/schema";
import { covers, grantable, scopesOf } from "@/lib/auth/scopes";
import { checkApp, createToken } from "@/lib/auth/writes";
import { clientCredentials, oauthError, oauthProblem } from "@/lib/http/oauth";
import { route } from "@/lib/http/route";

const TokenRequest = z.object({
  grant_type: z.string().max(200).optional(),
  client_id: z.string().max(200).optional(),
  client_secret: z.string().max(200).optional(),
  scope: z.string().max(1_000).default("read"),
  code: z.string().max(512).optional(),
  redirect_uri: z.string().max(2_000).optional(),
  code_verifier: z.string().max(200).optional(),
});

const UNSTORED = { headers: { "cache-control": "no-store" } };

export const POST = route(
  {
    summary:
      "Issue an access token: for a person by their code (authorization_code), or for an app (client_credentials)",
    auth: "none",
    body: TokenRequest,
    answers: Token,
    limit: "token",
    problem: oauthProblem,
  },
  async ({ request, body }) => {
    const { grant_type: grant, code, redirect_uri: redirectUri, code_verifier: verifier = null } = body;
    if (!grant) return oauthError("invalid_request");
    if (grant !== "client_credentials" && grant !== "authorization_code") return oauthError("unsupported_grant_type");
    const client = clientCredentials(request, body);
    const app = client && (await checkApp(client.id, client.secret));
    if (!client || !app) return oauthError("invalid_client");
    if (grant === "authorization_code") {
      if (!code || !redirectUri) return oauthError("invalid_request");
      const token = await redeemCode(client.id, { code, redirectUri, verifier });
      return token ? Response.json(token, UNSTORED) : oauthError("invalid_grant");
    }
    const scopes = scopesOf(body.scope);
    const granted = grantable(scopes, false);
    if (!covers(app.scopes, scopes) || granted.length === 0) return oauthError("invalid_scope");
    return Response.json(await createToken(app.id, granted, null), UNSTORED);
  },
);
