import { send } from "@/app/_client/api";
import type { JoinRequest } from "@/app/_client/join-first";
import { mutate } from "@/app/_client/outbox/mutate";
import { packs } from "@/app/_words/packs";
import { doneAfterJoining as words } from "@/app/_words/welcome";
import { isolated } from "@/lib/text/isolate";
import type { FollowedPack } from "@/lib/packs/schema";

/**
 * Does what somebody pressed before they joined or signed in.
 * @returns a sentence for them: what was done, or why not; null for what has to be continued by hand
 */
export async function doAct({ act, name }: JoinRequest, viewerId: string): Promise<string | null> {
  const who = isolated(name);
  if (act.kind === "reply" || act.kind === "choose") return null;
  if (act.kind === "pack") {
    const outcome = await send<FollowedPack>(`/api/v1/barker/starter_packs/${act.packId}/follow`, { method: "POST" });
    if (!outcome.ok) return outcome.sentence;
    const { followed, requested, failed } = outcome.value;
    const done = words.pack(followed + requested);
    return failed === 0 ? done : `${done}. ${packs.notFollowed(failed)}`;
  }
  if (act.kind === "follow") {
    if (act.personId === viewerId) return null;
    const next = act.locked ? "requested" : "following";
    const outcome = await mutate({ kind: "follow", personId: act.personId, next, before: "none" });
    if (!outcome) return null;
    return outcome.ok ? words[act.locked ? "ask" : "follow"](who) : outcome.sentence;
  }
  const outcome = await mutate(act);
  if (!outcome) return null;
  return outcome.ok ? words[act.kind](who) : outcome.sentence;
}
