"use client";

import { Bookmark, Heart, MessageCircle, Quote, Repeat2, SmilePlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState, type ComponentProps, type ComponentType } from "react";
import { bark as words } from "@/app/_words/bark";
import { signedInToAct, useBarkMutations } from "@/app/_features/bark/use-bark";
import { useCompose } from "@/app/_features/compose/provider";
import { short } from "@/app/_ui/count";
import { cx } from "@/app/_ui/cx";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { usePopover } from "@/app/_ui/popover";
import type { Status } from "@/lib/barks/schema";
import { isolated } from "@/lib/text/isolate";

const ReactPanel = dynamic(() => import("@/app/_features/emoji/react-panel").then((module) => module.ReactPanel));

interface ActionsProps {
  bark: Status;
  viewerId: string | null;
  /** On the bark's own page: larger icons over the whole width, without counters, which are above. */
  large?: boolean;
  /** Its reactions have a row of their own. */
  reactedAbove?: boolean;
}

/** The row under a bark: reply, rebark, like, react, bookmark. */
export function Actions({ bark, viewerId, large = false, reactedAbove = false }: ActionsProps) {
  const acts = useBarkMutations();
  const compose = useCompose();
  const name = isolated(bark.account.display_name);
  const [popped, setPopped] = useState(false);
  return (
    <div
      role="group"
      aria-label={words.actions}
      className={cx(
        "text-ink-2",
        large ? "-mx-3 flex flex-wrap justify-between" : "bark-actions mt-0.5 -mx-3 max-w-[28rem]",
      )}
    >
      <ActButton
        icon={MessageCircle}
        large={large}
        label={words.replyTo(name)}
        counted={words.replies(bark.replies_count)}
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
        label={words.likeBark(name)}
        counted={words.likes(bark.favourites_count)}
        count={bark.favourites_count}
        on={bark.favourited}
        data-act="like"
        onClick={() => {
          if (!signedInToAct(viewerId, bark, { kind: "like", id: bark.id, on: true })) return;
          setPopped(true);
          acts.like(bark, !bark.favourited);
        }}
      />
      <ReactButton bark={bark} viewerId={viewerId} large={large} plain={reactedAbove} />
      <ActButton
        icon={Bookmark}
        large={large}
        filled
        label={words.bookmarkBark(name)}
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
  /** The accessible label: the action, and whose bark. */
  label: string;
  /** The whole number, which the label ends with unless counts are hidden. */
  counted?: string;
  count?: number;
  /** Whether the viewer did it. Undefined for actions without a state. */
  on?: boolean;
  filled?: boolean;
  /** It was just pressed, which is animated. */
  popped?: boolean;
  large?: boolean;
}

/** One of the five actions of a bark, with its counter. */
function ActButton({ icon: Icon, label, counted, count = 0, on, filled, popped, large, ...rest }: ActButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      className={cx(
        "plain relative z-1 inline-flex min-h-11 min-w-11 items-center gap-1 rounded-pill px-3 text-meta whitespace-nowrap tabular-nums transition-colors duration-(--dur-fast) hover:text-ink",
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
      <span className="sr-only">
        {label}
        {counted && <span data-count>, {counted}</span>}
      </span>
      {count > 0 && !large && (
        <span aria-hidden="true" data-count>
          {short(count)}
        </span>
      )}
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
        label={words.rebarkBark(isolated(bark.account.display_name))}
        counted={words.rebarks(bark.reblogs_count)}
        count={bark.reblogs_count}
        on={bark.reblogged}
        data-act="rebark"
      />
      {open && (
        <Menu anchor={anchor} closed={closed} label={words.rebark}>
          <MenuItem icon={Repeat2} act={() => acts.rebark(bark, !bark.reblogged)}>
            {bark.reblogged ? words.undoRebark : words.rebark}
          </MenuItem>
          {!closedToOthers && (own || bark.quote_approval.current_user !== "denied") && (
            <MenuItem icon={Quote} act={() => compose?.({ kind: "quote", of: bark })}>
              {words.quote}
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
  large: boolean;
  /** Shows no reactions: they have a row of their own. */
  plain: boolean;
}

/** How many different emoji the row of actions shows. */
const EMOJI_SHOWN = 2;

/**
 * Opens the emoji picker, whose code and emoji are loaded when needed. It also shows the reactions, in the row of actions: a
 * row of their own would move what is below it when somebody reacts.
 */
function ReactButton({ bark, viewerId, large, plain }: ReactButtonProps) {
  const { open, anchor, closed, trigger } = usePopover();
  const acts = useBarkMutations();
  const reactions = bark.emoji_reactions;
  const reactTo = words.reactTo(isolated(bark.account.display_name));
  const total = reactions.reduce((sum, { count }) => sum + count, 0);
  const given = new Set(reactions.filter(({ me }) => me).map(({ name }) => name));
  const button = {
    ...trigger,
    onClick: () => signedInToAct(viewerId, bark, { kind: "choose", id: bark.id }) && trigger.onClick(),
    "aria-haspopup": "dialog" as const,
  };
  return (
    <>
      {plain || total === 0 ? (
        <ActButton {...button} icon={SmilePlus} large={large} label={reactTo} data-act="react" />
      ) : (
        <button
          type="button"
          data-act="react"
          {...button}
          className="plain group relative z-1 inline-flex min-h-11 min-w-11 items-center ps-1 text-meta whitespace-nowrap tabular-nums"
        >
          <span className="sr-only">
            {reactTo}
            <span data-count>, {words.reactionsWith(total, reactions.map(({ name }) => name).join(" "))}</span>
          </span>
          <span
            aria-hidden="true"
            className={cx(
              "chip inline-flex h-7.5 items-center gap-0.5 rounded-pill px-2",
              given.size > 0
                ? "bg-accent-soft font-bold text-accent-text shadow-chosen"
                : "bg-sunken font-medium text-ink-2",
            )}
          >
            {mostGiven(reactions).map((emoji) => (
              <span key={emoji} aria-hidden="true" className="text-base leading-none @max-narrow:nth-2:hidden">
                {emoji}
              </span>
            ))}
            <span data-count>{short(total)}</span>
          </span>
        </button>
      )}
      {open && (
        <ReactPanel
          anchor={anchor}
          closed={closed}
          given={given}
          reactions={plain ? undefined : reactions}
          pick={(emoji, on) => acts.react(bark, emoji, on)}
        />
      )}
    </>
  );
}

/** The emoji that most people gave, in the order in which they were first given. */
function mostGiven(reactions: Status["emoji_reactions"]): string[] {
  const most = new Set(reactions.toSorted((a, b) => b.count - a.count).slice(0, EMOJI_SHOWN));
  return reactions.flatMap((reaction) => (most.has(reaction) ? [reaction.name] : []));
}
