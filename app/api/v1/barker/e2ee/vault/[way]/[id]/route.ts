import { z } from "zod";
import { route } from "@/lib/http/route";
import { VaultBody, VaultParam } from "@/lib/messages/vault/schema";
import { deleteVaultEntry, putVaultEntry } from "@/lib/messages/vault/writes";

export const PUT = route(
  {
    summary: "Store a way to open one's keys, or replace it",
    auth: "user",
    scope: "messages",
    params: VaultParam,
    body: VaultBody,
    answers: z.object({}),
    limit: "vault",
  },
  async ({ viewer, params, body }) => {
    await putVaultEntry(viewer.id, params, body.body);
    return {};
  },
);

export const DELETE = route(
  {
    summary: "Remove a way to open one's keys",
    auth: "user",
    scope: "messages",
    params: VaultParam,
    answers: z.object({}),
    limit: "vault",
  },
  async ({ viewer, params }) => {
    await deleteVaultEntry(viewer.id, params);
    return {};
  },
);
