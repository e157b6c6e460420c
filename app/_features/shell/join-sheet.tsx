"use client";

import { Bookmark, ChartBarBig, Heart, MessageCircle, Repeat2, SmilePlus, UserPlus, UsersRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { joinRequest, keepAct, newMark, type WaitingAct } from "@/app/_client/join-first";
import { useStore } from "@/app/_client/use-store";
import { Avatar } from "@/app/_ui/avatar";
import { buttonClass } from "@/app/_ui/button";
import { CloseButton, Sheet } from "@/app/_ui/sheet";
import { joinFirst } from "@/app/_words/join-first";
import { paths } from "@/lib/paths";

const ICONS = {
  like: Heart,
  rebark: Repeat2,
  bookmark: Bookmark,
  react: SmilePlus,
  choose: SmilePlus,
  vote: ChartBarBig,
  reply: MessageCircle,
  pack: UsersRound,
  follow: UserPlus,
} as const satisfies Record<WaitingAct["kind"], unknown>;

/** Asks a signed-out visitor to join or sign in for what they pressed, which is done as soon as they are in. */
export function JoinSheet({ town }: { town: string }) {
  const request = useStore(joinRequest, (value) => value, null);
  const [mark] = useState(newMark);
  const close = () => joinRequest.set(null);
  const words = request && joinFirst.acts[request.act.kind];
  const sign = request && { Icon: ICONS[request.act.kind] };
  const keep = () => request && keepAct(request, mark);
  const back = request ? location.pathname + location.search + mark : paths.home;
  return (
    <Sheet
      open={request !== null}
      close={close}
      title={words && request ? words.title(request.name) : joinFirst.join}
      low
      bare
    >
      {words && sign && (
        <div className="grid justify-items-center gap-3 p-5 pt-2 text-center">
          <div className="-me-4 justify-self-end">
            <CloseButton close={close} />
          </div>
          <span className="relative grid size-18 place-items-center rounded-avatar bg-accent-soft text-accent-mark">
            <sign.Icon className="size-9" aria-hidden="true" />
            <Avatar src={request.avatar} size={36} className="absolute -inset-e-3 -bottom-2 ring-4 ring-raised" />
          </span>
          <h2 className="mt-3 text-large leading-8 font-bold tracking-title wrap-anywhere">
            {words.title(request.name)}
          </h2>
          <p className="max-w-80 text-ink-2">{words.waits}</p>
          <Link
            data-first
            href={paths.joinFrom(back)}
            onClick={keep}
            className={buttonClass({ size: "large" }, "mt-2 w-full")}
          >
            {joinFirst.joinTown(town)}
          </Link>
          <Link
            href={paths.signIn(back)}
            onClick={keep}
            className={buttonClass({ look: "outline", size: "large" }, "w-full")}
          >
            {joinFirst.signIn}
          </Link>
        </div>
      )}
    </Sheet>
  );
}
