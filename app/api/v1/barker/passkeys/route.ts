import { z } from "zod";
import { agentName } from "@/lib/auth/agent";
import { requireConfirmation } from "@/lib/auth/confirmation";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import { NewCredential, Passkey, PasskeyName } from "@/lib/auth/passkeys/schema";
import { addPasskey, removePasskeys } from "@/lib/auth/passkeys/writes";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

const NewPasskey = z.object({ credential: NewCredential, name: PasskeyName.optional() });

export const GET = route({ summary: "One's passkeys", auth: "session", answers: z.array(Passkey) }, ({ viewer }) =>
  passkeysOf(viewer.id),
);

export const POST = route(
  {
    summary: "Add a passkey; requires a confirmation",
    auth: "session",
    body: NewPasskey,
    answers: Passkey,
    limit: "passkey",
  },
  async ({ viewer, identity, body, request }) => {
    await requireConfirmation(requesterOf(viewer, identity));
    return addPasskey(viewer, body.credential, body.name ?? agentName(request.headers.get("user-agent")));
  },
);

export const DELETE = route(
  {
    summary: "Remove all of one's passkeys",
    auth: "session",
    answers: z.object({ removed: z.number().int() }),
    limit: "write",
  },
  async ({ viewer }) => ({ removed: await removePasskeys(viewer.id) }),
);
