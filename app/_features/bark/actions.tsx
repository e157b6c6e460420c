"use client";

import { Bookmark, Heart, MessageCircle } from "lucide-react";
import { useState } from "react";
import { ActButton } from "@/app/_features/bark/act-button";
import { ReactButton } from "@/app/_features/bark/react-button";
import { RebarkButton } from "@/app/_features/bark/rebark-button";
import { counted } from "@/app/_features/bark/say";
import { useBarkMutations } from "@/app/_features/bark/use-bark-mutations";
import { useSignedIn } from "@/app/_features/bark/use-signed-in";
import { useCompose } from "@/app/_features/compose/provider";
import { cx } from "@/app/_ui/cx";
import type { Status } from "@/lib/barks/schema";

interface ActionsProps {
  bark: Status;
  viewerId: string | null;
  /** On the bark's own page: larger icons over the whole width; its counters stand above. */
  large?: boolean;
}

/** The row under a bark: reply, rebark, like, react, bookmark. */
export function Actions({ bark, viewerId, large = false }: ActionsProps) {
  const acts = useBarkMutations();
  const compose = useCompose();
  const signedIn = useSignedIn(viewerId);
  const [popped, setPopped] = useState(false);
  return (
    <div
      role="group"
      aria-label="Actions"
      className={cx("flex flex-wrap justify-between text-ink-2", large ? "-mx-3" : "mt-0.5 -me-1 -ms-3 max-w-[27rem]")}
    >
      <ActButton
        icon={MessageCircle}
        large={large}
        label={`Reply, ${counted(bark.replies_count, "reply", "replies")}`}
        count={bark.replies_count}
        data-act="reply"
        onClick={() => signedIn() && compose?.({ kind: "reply", to: bark })}
      />
      <RebarkButton bark={bark} viewerId={viewerId} large={large} />
      <ActButton
        icon={Heart}
        large={large}
        filled
        popped={popped}
        label={`Like, ${counted(bark.favourites_count, "like")}`}
        count={bark.favourites_count}
        on={bark.favourited}
        data-act="like"
        onClick={() => {
          if (!signedIn()) return;
          setPopped(true);
          acts.like(bark, !bark.favourited);
        }}
      />
      <ReactButton bark={bark} viewerId={viewerId} large={large} />
      <ActButton
        icon={Bookmark}
        large={large}
        filled
        label="Bookmark"
        on={bark.bookmarked}
        data-act="bookmark"
        onClick={() => signedIn() && acts.bookmark(bark, !bark.bookmarked)}
      />
    </div>
  );
}
