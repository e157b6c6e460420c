"use client";

import { Share2, UserRoundX, UsersRound } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { packs as words } from "@/app/_words/packs";
import { send } from "@/app/_client/api";
import { copyAddress } from "@/app/_client/copy";
import { joinRequest } from "@/app/_client/join-first";
import { Button, buttonClass } from "@/app/_ui/button";
import { Sheet } from "@/app/_ui/sheet";
import { useToast } from "@/app/_ui/toast";
import type { FollowedPack, StarterPack } from "@/lib/packs/schema";
import { paths } from "@/lib/paths";
import { isolated } from "@/lib/text/isolate";

interface ActionsProps {
  pack: StarterPack;
  viewerId: string | null;
  /** The viewer is one of the people in it. */
  isIn: boolean;
}

/** What can be done with a starter pack: follow all of it, share it, edit one's own, leave it. */
export function PackActions({ pack, viewerId, isIn }: ActionsProps) {
  const say = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const path = `/api/v1/barker/starter_packs/${pack.id}`;

  async function followAll(): Promise<void> {
    if (viewerId === null) {
      const act = { kind: "pack", packId: pack.id } as const;
      return joinRequest.set({ act, name: pack.name, avatar: pack.account.avatar });
    }
    setBusy(true);
    const outcome = await send<FollowedPack>(`${path}/follow`, { method: "POST" });
    setBusy(false);
    if (!outcome.ok) return say(outcome.sentence);
    const { followed, requested, failed } = outcome.value;
    const said = [
      followed > 0 && words.followed(followed),
      requested > 0 && words.asked(requested),
      failed > 0 && words.notFollowed(failed),
    ].filter(Boolean);
    say(said.length === 0 ? words.nobodyNew : said.join(". "));
    // The page is read again, with the new state of each row.
    router.refresh();
  }

  async function share(): Promise<void> {
    if (typeof navigator.share === "function") {
      return navigator.share({ url: pack.url, title: pack.name }).catch(() => undefined);
    }
    say(await copyAddress(location.origin + paths.pack(pack.id)));
  }

  async function leave(): Promise<void> {
    setLeaving(false);
    const outcome = await send(`${path}/membership`, { method: "DELETE" });
    say(outcome.ok ? words.left : outcome.sentence);
    if (outcome.ok) router.refresh();
  }

  return (
    <div className="flex flex-wrap gap-2">
      {pack.accounts_count > 0 && (
        <Button look="ink" disabled={busy} onClick={() => void followAll()} className="grow">
          <UsersRound className="size-5 flex-none" aria-hidden="true" />
          {words.followAll}
        </Button>
      )}
      <button
        type="button"
        aria-label={words.share(pack.name)}
        onClick={() => void share()}
        className={buttonClass({ look: "outline" }, "w-11 px-0!")}
      >
        <Share2 className="size-5" aria-hidden="true" />
      </button>
      {pack.account.id === viewerId && (
        <Link href={paths.editPack(pack.id)} className={buttonClass({ look: "outline" })}>
          {words.edit}
        </Link>
      )}
      {isIn && (
        <Button look="outline" onClick={() => setLeaving(true)}>
          <UserRoundX className="size-5 flex-none" aria-hidden="true" />
          {words.leave}
        </Button>
      )}
      <Sheet open={leaving} close={() => setLeaving(false)} title={words.leaveTitle} low>
        <p className="px-4 text-ink-2">{words.leaveEffect(isolated(pack.name))}</p>
        <div className="flex flex-wrap justify-end gap-3 px-4 py-5">
          <Button look="soft" data-first onClick={() => setLeaving(false)}>
            {words.stay}
          </Button>
          <Button look="danger" onClick={() => void leave()}>
            {words.leaveSure}
          </Button>
        </div>
      </Sheet>
    </div>
  );
}
