import { z } from "zod";

const text = z.string().max(20_000);
const Transports = z.array(z.string().max(40)).max(10);

/** The result of `navigator.credentials.create` as JSON (WebAuthn level 3, `RegistrationResponseJSON`). */
export const NewCredential = z.object({
  id: text,
  rawId: text,
  type: z.literal("public-key"),
  response: z.object({ clientDataJSON: text, attestationObject: text, transports: Transports.optional() }),
  clientExtensionResults: z.object({}).default({}),
});
export type NewCredential = z.infer<typeof NewCredential>;

/** The result of `navigator.credentials.get` as JSON (`AuthenticationResponseJSON`). */
export const UsedCredential = z.object({
  id: text,
  rawId: text,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.nullish().transform((handle) => handle ?? undefined),
  }),
  clientExtensionResults: z.object({}).default({}),
});
export type UsedCredential = z.infer<typeof UsedCredential>;

export const PasskeyName = z.string().trim().min(1, "Please give it a name.").max(60, "At most 60 characters.");

/** A passkey as its owner sees it. */
export const Passkey = z
  .object({
    id: z.string(),
    name: z.string(),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
  })
  .meta({ id: "Passkey" });
export type Passkey = z.infer<typeof Passkey>;

/** A passkey as the graph stores it; times in Unix ms. */
export const PasskeyRow = z.object({
  passkey: z.object({ id: z.string(), name: z.string(), at: z.number(), lastAt: z.number().nullable() }),
});
export type PasskeyRow = z.infer<typeof PasskeyRow>;

export function toPasskey({ passkey: { id, name, at, lastAt } }: PasskeyRow): Passkey {
  return {
    id,
    name,
    created_at: new Date(at).toISOString(),
    last_used_at: lastAt === null ? null : new Date(lastAt).toISOString(),
  };
}
