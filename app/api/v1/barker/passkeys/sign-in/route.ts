import { z } from "zod";
import { signInCookies } from "@/lib/auth/entrance";
import { tellNewDevice } from "@/lib/auth/new-device";
import { UsedCredential } from "@/lib/auth/passkeys/schema";
import { checkPasskey } from "@/lib/auth/passkeys/writes";
import { ApiError } from "@/lib/errors";
import { isSameOrigin } from "@/lib/http/origin";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Sign in with a passkey: sets the session cookie of our own pages",
    auth: "none",
    body: z.object({ credential: UsedCredential }),
    answers: z.object({ id: z.string() }),
    limit: "passkey",
  },
  async ({ request, body }) => {
    if (!isSameOrigin(request.headers)) throw new ApiError("cross_origin");
    const id = await checkPasskey(body.credential);
    tellNewDevice(id, request.headers);
    return Response.json({ id }, { headers: await signInCookies(id, request.headers) });
  },
);
