import { z } from "zod";
import { ticketFor } from "@/lib/auth/closed";
import { signInCookies } from "@/lib/auth/entrance";
import { tellNewDevice } from "@/lib/auth/new-device";
import { UsedCredential } from "@/lib/auth/passkeys/schema";
import { checkPasskey } from "@/lib/auth/passkeys/writes";
import { isClosed } from "@/lib/auth/reads";
import { ApiError } from "@/lib/errors";
import { isSameOrigin } from "@/lib/http/origin";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Sign in with a passkey: sets the session cookie of our own pages; a closed account gets a ticket instead",
    auth: "none",
    body: z.object({ credential: UsedCredential }),
    answers: z.object({ id: z.string(), ticket: z.string().nullable() }),
    limit: "passkey",
  },
  async ({ request, body }) => {
    if (!isSameOrigin(request.headers)) throw new ApiError("cross_origin");
    const id = await checkPasskey(body.credential);
    if (await isClosed(id)) return { id, ticket: await ticketFor(id) };
    tellNewDevice(id, request.headers);
    // A passkey is on a device and verifies who holds it: two factors.
    return Response.json({ id, ticket: null }, { headers: await signInCookies(id, request.headers, true) });
  },
);
