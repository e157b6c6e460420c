import { route } from "@/lib/http/route";
import { Vault } from "@/lib/messages/vault/schema";
import { readVault } from "@/lib/messages/vault/writes";

export const GET = route(
  {
    summary: "The ways in which one may open one's keys on a new device",
    auth: "user",
    scope: "messages",
    answers: Vault,
    limit: "vault",
  },
  ({ viewer }) => readVault(viewer.id),
);
