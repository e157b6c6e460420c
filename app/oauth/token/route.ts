import { z } from "zod";
import { Token } from "@/lib/auth/schema";
import { checkApp, createToken } from "@/lib/auth/writes";
import { clientCredentials, oauthError, oauthProblem } from "@/lib/http/oauth";
import { route } from "@/lib/http/route";

const TokenRequest = z.object({
  grant_type: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  scope: z.string().max(500).default("read"),
});

export const POST = route(
  {
    summary: "An access token for an app (grant client_credentials)",
    auth: "none",
    body: TokenRequest,
    answers: Token,
    limit: "app",
    problem: oauthProblem,
  },
  async ({ request, body }) => {
    if (!body.grant_type) return oauthError("invalid_request");
    if (body.grant_type !== "client_credentials") return oauthError("unsupported_grant_type");
    const client = clientCredentials(request, body);
    const app = client && (await checkApp(client.id, client.secret));
    if (!app) return oauthError("invalid_client");
    const scopes = [...new Set(body.scope.split(/[\s+]+/).filter(Boolean))];
    const covered = scopes.every(
      (scope) => app.scopes.includes(scope) || app.scopes.includes(scope.split(":")[0] ?? ""),
    );
    if (!covered) return oauthError("invalid_scope");
    return Response.json(await createToken(app.id, scopes, null), { headers: { "cache-control": "no-store" } });
  },
);
