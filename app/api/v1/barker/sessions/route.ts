import { z } from "zod";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import { Passkey } from "@/lib/auth/passkeys/schema";
import { Flag } from "@/lib/text/fields";
import { signedIn } from "@/lib/auth/reads";
import { SignedIn } from "@/lib/auth/schema";
import { endSessions } from "@/lib/auth/writes";
import { credentialOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

export const GET = route(
  { summary: "One's sessions in browsers, and apps with access", auth: "session", answers: z.array(SignedIn) },
  ({ viewer, identity }) => signedIn(viewer.id, credentialOf(identity)),
);

export const DELETE = route(
  {
    summary:
      "Sign out everywhere: ends all web sessions and all apps' access, or all but this one; returns the passkeys that still sign in",
    auth: "session",
    query: z.object({ keep_current: Flag.default(false) }),
    answers: z.object({ passkeys: z.array(Passkey) }),
    limit: "write",
  },
  async ({ viewer, identity, query }) => {
    await endSessions(viewer.id, query.keep_current ? credentialOf(identity) : undefined);
    return { passkeys: await passkeysOf(viewer.id) };
  },
);
