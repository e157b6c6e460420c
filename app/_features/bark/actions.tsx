"use client";

import { Bookmark, Heart, MessageCircle, Quote, Repeat2, SmilePlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState, type ComponentProps, type ComponentType } from "react";
import { counted } from "@/app/_features/bark/say";
import { signedInToAct, useBarkMutations } from "@/app/_features/bark/use-bark";
import { useCompose } from "@/app/_features/compose/provider";
import { short } from "@/app/_ui/count";
import { cx } from "@/app/_ui/cx";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { usePopover } from "@/app/_ui/popover";
import type { Status } from "@/lib/barks/schema";

const ReactPanel = dynamic(() => import("@/app/_features/emoji/react-panel").then((module) => module.ReactPanel));

interface ActionsProps {
  bark: Status;
  viewerId: string | null;
  /** On the bark's own page: larger icons over the whole width, without counters, which are above. */
  large?: boolean;
}

/** The row under a bark: reply, rebark, like, react, bookmark. */
export function Actions({ bark, viewerId, large = false }: ActionsProps) {
  const acts = useBarkMutations();
  const compose = useCompose();
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
        onClick={() =>
          signedInToAct(viewerId, bark, { kind: "reply", id: bark.id }) && compose?.({ kind: "reply", to: bark })
        }
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
          if (!signedInToAct(viewerId, bark, { kind: "like", id: bark.id, on: true })) return;
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
        onClick={() =>
          signedInToAct(viewerId, bark, { kind: "bookmark", id: bark.id, on: true }) &&
          acts.bookmark(bark, !bark.bookmarked)
        }
      />
    </div>
  );
}

interface ActButtonProps extends ComponentProps<"button"> {
  icon: ComponentType<{ className?: string }>;
  /** The accessible label: the action, and the whole number. */
  label: string;
  count?: number;
  /** Whether the viewer did it. Undefined for actions without a state. */
  on?: boolean;
  filled?: boolean;
  /** It was just pressed, which is animated. */
  popped?: boolean;
  large?: boolean;
}

/** One of the five actions of a bark, with its counter. */
function ActButton({ icon: Icon, label, count = 0, on, filled, popped, large, ...rest }: ActButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={on}
      className={cx(
        "plain relative z-1 inline-flex min-h-11 min-w-11 items-center gap-[.3125rem] rounded-pill px-3 text-meta tabular-nums transition-colors duration-(--dur-fast) hover:text-ink",
        on ? "font-bold text-accent-text hover:text-accent-text" : "font-medium",
      )}
      {...rest}
    >
      <Icon
        className={cx(
          "flex-none",
          large ? "size-5.5" : "size-4.75",
          on && "text-accent-mark",
          on && filled && "fill-current",
          popped && on && "pop",
        )}
        aria-hidden="true"
      />
      {count > 0 && !large && short(count)}
    </button>
  );
}

/** Rebarks or quotes a bark. */
function RebarkButton({ bark, viewerId, large }: { bark: Status; viewerId: string | null; large: boolean }) {
  const { open, anchor, closed, trigger } = usePopover();
  const acts = useBarkMutations();
  const compose = useCompose();
  const own = bark.account.id === viewerId;
  // A bark for followers only can be rebarked by its author alone, for the same followers.
  const closedToOthers = bark.visibility === "private" || bark.visibility === "direct";
  return (
    <>
      <ActButton
        {...trigger}
        onClick={() => signedInToAct(viewerId, bark, { kind: "rebark", id: bark.id, on: true }) && trigger.onClick()}
        aria-haspopup="menu"
        disabled={closedToOthers && !own}
        icon={Repeat2}
        large={large}
        label={`Rebark, ${counted(bark.reblogs_count, "rebark")}`}
        count={bark.reblogs_count}
        on={bark.reblogged}
        data-act="rebark"
      />
      {open && (
        <Menu anchor={anchor} closed={closed} label="Rebark">
          <MenuItem icon={Repeat2} act={() => acts.rebark(bark, !bark.reblogged)}>
            {bark.reblogged ? "Take rebark back" : "Rebark"}
          </MenuItem>
          {!closedToOthers && (
            <MenuItem icon={Quote} act={() => compose?.({ kind: "quote", of: bark })}>
              Quote
            </MenuItem>
          )}
        </Menu>
      )}
    </>
  );
}

interface ReactButtonProps {
  bark: Status;
  viewerId: string | null;
  large?: boolean;
  /** Looks like one of the chips that it follows. */
  chip?: boolean;
}

/** Opens the emoji picker, whose code and emoji are loaded when needed. */
export function ReactButton({ bark, viewerId, large = false, chip = false }: ReactButtonProps) {
  const { open, anchor, closed, trigger } = usePopover();
  const acts = useBarkMutations();
  const given = new Set(bark.emoji_reactions.filter(({ me }) => me).map(({ name }) => name));
  const button = {
    ...trigger,
    onClick: () => signedInToAct(viewerId, bark, { kind: "choose", id: bark.id }) && trigger.onClick(),
    "aria-haspopup": "dialog" as const,
  };
  return (
    <>
      {chip ? (
        <button
          type="button"
          aria-label="React"
          {...button}
          className="relative z-1 inline-flex h-7.5 items-center rounded-pill bg-sunken px-2.5 text-ink-2 after:absolute after:-inset-x-0.5 after:-inset-y-1.75"
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
