import { SignUp } from "@/lib/account/schema";
import { signUp } from "@/lib/account/writes";
import { sealSession } from "@/lib/auth/cookie";
import { Token } from "@/lib/auth/schema";
import { createToken, startSession } from "@/lib/auth/writes";
import { ApiError, invalidFields } from "@/lib/errors";
import { isSameOrigin } from "@/lib/http/origin";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Sign up: an app gets an access token, our own pages get a session cookie",
    auth: "optional",
    scope: "write:accounts",
    body: SignUp,
    answers: Token,
    limit: "signUp",
  },
  async ({ request, identity, body }) => {
    const viaApp = identity && identity.by !== "cookie";
    if (!viaApp && !isSameOrigin(request.headers)) throw new ApiError("unauthorized");
    const result = await signUp(body);
    if (!result.ok) throw invalidFields(result.faults);
    if (viaApp) return createToken(identity.app.id, identity.scopes, result.personId);
    const cookie = await sealSession(await startSession(result.personId, request.headers.get("user-agent")));
    return Response.json({ id: result.personId }, { headers: { "set-cookie": cookie } });
  },
);
