import { z } from "zod";
import { binary } from "@/lib/messages/schema";

const SEALED_BYTES = 4 * 1024;
/** How many ways into their keys an account has at most. */
export const MOST_ENTRIES = 20;

const Way = z.enum(["words", "passkey", "passphrase"]);

/** A way into an account's keys: `id` is a passkey's credential id, or a name that the client chose. */
export const VaultParam = z.object({ way: Way, id: z.string().regex(/^[\w-]{1,400}$/) });
export type VaultParam = z.infer<typeof VaultParam>;

/** The keys, encrypted under one that only the words, the passkey or the passphrase gives. */
export const VaultBody = z.object({ body: binary(SEALED_BYTES).min(1) });

export const Vault = z
  .object({
    entries: z.array(z.object({ way: Way, id: z.string(), body: z.string(), created_at: z.number() })),
  })
  .meta({ id: "MessageVault" });
export type Vault = z.infer<typeof Vault>;

export const VaultRow = z.object({ way: Way, id: z.string(), body: z.string(), at: z.number() });
