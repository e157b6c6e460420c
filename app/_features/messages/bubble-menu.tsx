"use client";

import { messages as sentences } from "@/app/_words/messages";
import { Copy, Flag, Pencil, Reply, SmilePlus, Trash2 } from "lucide-react";
import { useState, type RefObject } from "react";
import { ReactPanel } from "@/app/_features/emoji/react-panel";
import { openMessageSheet } from "@/app/_features/messages/sheets";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { useToast } from "@/app/_ui/toast";
import type { Bubble } from "@/app/_features/messages/items";
import type { ConversationSummary, MessageView } from "@/lib/messenger/schema";

interface BubbleMenuProps {
  bubble: Bubble;
  conversation: ConversationSummary;
  anchor: RefObject<HTMLElement | null>;
  closed: () => void;
  reply: (message: MessageView) => void;
  edit: (message: MessageView) => void;
}

/** What can be done with one message. */
export default function BubbleMenu({ bubble, conversation, anchor, closed, reply, edit }: BubbleMenuProps) {
  const { message } = bubble;
  const act = useAct();
  const say = useToast();
  const [reacting, setReacting] = useState(false);
  const own = message.sender === "me";
  const isText = message.kind === "text";
  const isOpen = conversation.state === "open" && !conversation.blocked;
  const given = new Set(message.reactions.flatMap(({ emoji, mine }) => (mine ? [emoji] : [])));

  if (reacting) {
    return (
      <ReactPanel
        anchor={anchor}
        closed={closed}
        given={given}
        pick={(emoji, on) => void act((messenger) => messenger.react(conversation.id, message.id, on ? emoji : null))}
      />
    );
  }
  return (
    <Menu anchor={anchor} closed={() => !reacting && closed()} label={sentences.thisMessage}>
      {isText && isOpen && (
        <>
          <MenuItem icon={Reply} act={() => reply(message)}>
            {sentences.reply}
          </MenuItem>
          <Keeping act={() => setReacting(true)} />
        </>
      )}
      {isText && message.text !== "" && (
        <MenuItem icon={Copy} act={() => void copyText(message.text).then(say)}>
          {sentences.copyText}
        </MenuItem>
      )}
      {own && isText && isOpen && message.text !== "" && (
        <MenuItem icon={Pencil} act={() => edit(message)}>
          {sentences.edit}
        </MenuItem>
      )}
      {own && isText && (
        <MenuItem icon={Trash2} danger act={() => openMessageSheet({ kind: "delete", conversation, message })}>
          {sentences.deleteLabel}
        </MenuItem>
      )}
      {!own && (
        <MenuItem
          icon={Flag}
          danger
          act={() => openMessageSheet({ kind: "report", conversation, messages: [message] })}
        >
          {sentences.report}
        </MenuItem>
      )}
    </Menu>
  );
}

/** "React" replaces the menu by the emoji, so choosing it must not end both. */
function Keeping({ act }: { act: () => void }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={act}
      className="flex min-h-11 w-full cursor-default items-center gap-3 rounded-field px-3 text-start text-label hover:bg-sunken focus-visible:bg-sunken focus-visible:-outline-offset-2"
    >
      <SmilePlus className="size-5 flex-none" aria-hidden="true" />
      {sentences.react}
    </button>
  );
}

async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return sentences.textCopied;
  } catch {
    return sentences.cannotCopy;
  }
}
