import { z } from "zod";
import { isSafeRedirect, OUT_OF_BAND } from "@/lib/auth/grants";
import { CredentialApplication } from "@/lib/auth/schema";
import { isRegistrable, scopesOf } from "@/lib/auth/scopes";
import { createApp } from "@/lib/auth/writes";
import { invalid } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { pushKey } from "@/lib/push/reads";

const NewApp = z.object({
  client_name: z.string().trim().min(1).max(60),
  redirect_uris: z.union([z.string().max(5_000), z.array(z.string().max(2_000)).max(20)]).default(OUT_OF_BAND),
  scopes: z.string().max(1_000).default("read"),
  website: z.union([z.url({ protocol: /^https?$/ }).max(2_000), z.literal("")]).nullish(),
});

export const POST = route(
  { summary: "Register a client app", auth: "none", body: NewApp, answers: CredentialApplication, limit: "app" },
  async ({ body }) => {
    const redirectUris = [body.redirect_uris]
      .flat()
      .flatMap((uris) => uris.split(/\s+/))
      .filter(Boolean);
    if (!redirectUris.every((uri) => uri.length <= 2_000 && isSafeRedirect(uri))) {
      throw invalid("redirect_uris", "ERR_INVALID", "Redirect URI must be an absolute URI.");
    }
    const scopes = scopesOf(body.scopes);
    if (!scopes.every(isRegistrable)) {
      throw invalid("scopes", "ERR_INVALID", "Scopes doesn't match configured on the server.");
    }
    const website = body.website || null;
    const app = await createApp({ name: body.client_name, website, redirectUris, scopes });
    return {
      id: app.id,
      name: body.client_name,
      website,
      scopes,
      redirect_uri: redirectUris.join("\n"),
      redirect_uris: redirectUris,
      client_id: app.clientId,
      client_secret: app.clientSecret,
      client_secret_expires_at: 0,
      vapid_key: pushKey() ?? "",
    };
  },
);
