import { z } from "zod";
import { ALL_SCOPES } from "@/lib/auth/scopes";
import { env } from "@/lib/env";
import { route } from "@/lib/http/route";
import { paths } from "@/lib/paths";

export const GET = route(
  { summary: "How apps get access (RFC 8414)", auth: "none", answers: z.record(z.string(), z.unknown()) },
  async () => {
    const origin = env().BARKER_ORIGIN;
    return {
      issuer: `${origin}/`,
      authorization_endpoint: `${origin}${paths.authorize}`,
      token_endpoint: `${origin}/oauth/token`,
      revocation_endpoint: `${origin}/oauth/revoke`,
      app_registration_endpoint: `${origin}/api/v1/apps`,
      scopes_supported: ALL_SCOPES,
      response_types_supported: ["code"],
      response_modes_supported: ["query"],
      grant_types_supported: ["authorization_code", "client_credentials"],
      token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
      code_challenge_methods_supported: ["S256"],
    };
  },
);
