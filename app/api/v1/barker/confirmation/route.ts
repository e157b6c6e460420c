import { z } from "zod";
import { confirm } from "@/lib/auth/confirmation";
import { UsedCredential } from "@/lib/auth/passkeys/schema";
import { requesterOf } from "@/lib/http/authorise";
import { route } from "@/lib/http/route";

const Proof = z.object({ password: z.string().max(1_000).optional(), credential: UsedCredential.optional() });

export const POST = route(
  {
    summary: "Confirm one's identity with the password or a passkey; valid for 5 minutes in this session",
    auth: "session",
    body: Proof,
    answers: z.object({}),
    limit: "passkey",
  },
  async ({ viewer, identity, body }) => {
    await confirm(requesterOf(viewer, identity), body);
    return {};
  },
);
