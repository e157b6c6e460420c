import { z } from "zod";
import { agentName } from "@/lib/auth/agent";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import { NewCredential, Passkey, PasskeyName } from "@/lib/auth/passkeys/schema";
import { addPasskey } from "@/lib/auth/passkeys/writes";
import { route } from "@/lib/http/route";

const NewPasskey = z.object({ credential: NewCredential, name: PasskeyName.optional() });

export const GET = route({ summary: "One's passkeys", auth: "session", answers: z.array(Passkey) }, ({ viewer }) =>
  passkeysOf(viewer.id),
);

export const POST = route(
  { summary: "Add a passkey", auth: "session", body: NewPasskey, answers: Passkey, limit: "passkey" },
  ({ viewer, body, request }) =>
    addPasskey(viewer, body.credential, body.name ?? agentName(request.headers.get("user-agent"))),
);
