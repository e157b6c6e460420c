import { Application } from "@/lib/auth/schema";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { pushKey } from "@/lib/push/reads";

export const GET = route(
  { summary: "The app of the access token", auth: "token", answers: Application },
  async ({ identity }) => {
    if (!identity || identity.by === "cookie") throw new ApiError("unauthorized");
    const { id, name, website, redirectUris, scopes } = identity.app;
    return {
      id,
      name,
      website,
      scopes,
      redirect_uri: redirectUris.join("\n"),
      redirect_uris: redirectUris,
      vapid_key: pushKey() ?? "",
    };
  },
);
