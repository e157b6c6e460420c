"use client";

import { SmilePlus } from "lucide-react";
import dynamic from "next/dynamic";
import { ActButton } from "@/app/_features/bark/act-button";
import { useBarkMutations } from "@/app/_features/bark/use-bark-mutations";
import { useSignedIn } from "@/app/_features/bark/use-signed-in";
import { usePopover } from "@/app/_ui/popover";
import type { Status } from "@/lib/barks/schema";

const ReactPanel = dynamic(() => import("@/app/_features/emoji/react-panel").then((module) => module.ReactPanel));

interface ReactButtonProps {
  bark: Status;
  viewerId: string | null;
  large?: boolean;
  /** At the end of the chips it looks like one of them. */
  chip?: boolean;
}

/** Opens the emoji to choose from. The emoji themselves are loaded when somebody wants one. */
export function ReactButton({ bark, viewerId, large = false, chip = false }: ReactButtonProps) {
  const { open, anchor, closed, trigger } = usePopover();
  const acts = useBarkMutations();
  const signedIn = useSignedIn(viewerId);
  const given = new Set(bark.emoji_reactions.filter(({ me }) => me).map(({ name }) => name));
  const button = {
    ...trigger,
    onClick: () => signedIn() && trigger.onClick(),
    "aria-haspopup": "dialog" as const,
  };
  return (
    <>
      {chip ? (
        <button
          type="button"
          aria-label="React"
          {...button}
          className="relative z-1 inline-flex h-7.5 items-center rounded-pill bg-sunken px-2.5 text-ink-2 after:absolute after:-inset-x-0.5 after:-inset-y-1.75 after:content-['']"
        >
          <SmilePlus className="size-4" aria-hidden="true" />
        </button>
      ) : (
        <ActButton {...button} icon={SmilePlus} large={large} label="React" data-act="react" />
      )}
      {open && (
        <ReactPanel anchor={anchor} closed={closed} given={given} pick={(emoji, on) => acts.react(bark, emoji, on)} />
      )}
    </>
  );
}
