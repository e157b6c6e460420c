"use client";

import { fill } from "@/app/_ui/fill";
import { messages as sentences } from "@/app/_words/messages";
import { ArrowUp, Pencil, Reply, ShieldAlert, Smile, X } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { PickPictures } from "@/app/_features/compose/pick-pictures";
import { ContactGone } from "@/app/_features/messages/contact-gone";
import type { Writing } from "@/app/_features/messages/conversation";
import { alarmOf } from "@/app/_features/messages/conversation-bar";
import { nameOf } from "@/app/_features/messages/names";
import { RequestAnswer } from "@/app/_features/messages/request-card";
import { PicturesRow, usePictures } from "@/app/_features/messages/picked-pictures";
import { useDraft } from "@/app/_features/messages/use-draft";
import { useAct } from "@/app/_features/messages/use-messenger";
import { Popover } from "@/app/_ui/popover";
import { cx } from "@/app/_ui/cx";
import type { ConversationSummary, MessengerState } from "@/lib/messenger/schema";
import { isolated } from "@/lib/text/isolate";

const EmojiPicker = lazy(() =>
  import("@/app/_features/emoji/picker").then((module) => ({ default: module.EmojiPicker })),
);

/** The longest text of a message. */
const TEXT_LIMIT = 8_000;
const TOOL = "grid size-11 flex-none place-items-center rounded-pill text-ink-2 hover:text-ink disabled:text-ink-3";

interface MessageFieldProps {
  conversation: ConversationSummary;
  state: Extract<MessengerState, { phase: "ready" }>;
  writing: Writing;
  /** The answer or the edit is over. */
  done: () => void;
}

/** The foot of a conversation: the field, or why nothing can be written. */
export function MessageField(props: MessageFieldProps) {
  const { conversation, state } = props;
  const paused = conversation.blocked || alarmOf(conversation, state.log.alarms) !== null;
  if (conversation.state === "request") return <RequestAnswer conversation={conversation} />;
  if (paused) {
    return (
      <p className="flex min-h-15 flex-none items-center justify-center gap-2 border-t border-line bg-danger-soft px-4 py-3 pb-safe text-label font-medium text-danger">
        <ShieldAlert className="size-5 flex-none" aria-hidden="true" />
        {sentences.sendingIsPaused}
      </p>
    );
  }
  if (conversation.members.length === 0) return <ContactGone conversation={conversation} />;
  return <Field {...props} />;
}

function Field({ conversation, writing, done }: MessageFieldProps) {
  const { id } = conversation;
  const act = useAct();
  const field = useRef<HTMLTextAreaElement>(null);
  const smile = useRef<HTMLButtonElement>(null);
  const [emoji, setEmoji] = useState(false);
  const { text, setText, clear } = useDraft(id, conversation.draft, writing);
  const pictures = usePictures();
  const name = isolated(nameOf(conversation));
  const isEdit = writing.kind === "edit";
  const ready = text.trim() !== "" || (!isEdit && pictures.all.length > 0);

  // After every change of the text: the field grows with it.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  });
  useEffect(() => {
    if (writing.kind !== "new") field.current?.focus();
  }, [writing]);

  const send = useCallback(async () => {
    const said = text.trim();
    if (!ready) return;
    if (writing.kind === "edit") {
      const { message } = writing;
      clear();
      done();
      if (said !== message.text) await act((messenger) => messenger.edit(id, message.id, said));
      return;
    }
    const attachments = pictures.take();
    clear();
    done();
    const sent = await act((messenger) =>
      messenger.send(id, {
        text: said,
        ...(writing.kind === "reply" && { replyTo: writing.to.id }),
        ...(attachments.length > 0 && { attachments }),
      }),
    );
    // Not even stored on this device: it goes back where it was.
    if (!sent) setText(said);
  }, [act, clear, done, id, pictures, ready, setText, text, writing]);

  return (
    <form
      aria-label={sentences.writeTo(name)}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
        field.current?.focus();
      }}
      className="@container flex-none border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      {writing.kind !== "new" && <About writing={writing} end={() => (clear(), done())} />}
      {!isEdit && <PicturesRow pictures={pictures} />}
      <div className="message-field flex items-end gap-1 py-1.5 ps-1 pe-4 desk:py-2 desk:ps-3 desk:pe-5">
        <PickPictures attach={pictures.add} full={isEdit || pictures.full} className={TOOL} />
        <div className="search-ground flex min-h-11 min-w-0 flex-1 items-end rounded-card bg-sunken ps-4 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus">
          <textarea
            ref={field}
            dir="auto"
            rows={1}
            value={text}
            maxLength={TEXT_LIMIT}
            aria-label={isEdit ? sentences.yourMessage : sentences.writeTo(name)}
            placeholder={isEdit ? sentences.yourMessage : sentences.writeTo(name)}
            enterKeyHint={finePointer() ? "send" : "enter"}
            onChange={(event) => setText(event.target.value)}
            onPaste={(event) => {
              const pasted = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"));
              if (pasted.length === 0 || isEdit) return;
              event.preventDefault();
              pictures.add(pasted);
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Escape" && writing.kind !== "new") {
                clear();
                return done();
              }
              const sends =
                event.key === "Enter" && (event.metaKey || event.ctrlKey || (finePointer() && !event.shiftKey));
              if (!sends) return;
              event.preventDefault();
              void send();
            }}
            className="max-h-40 min-w-0 flex-1 resize-none overflow-y-auto bg-transparent py-2.5 text-body text-ink outline-none placeholder:text-ink-3"
          />
          <button
            ref={smile}
            type="button"
            aria-label={sentences.addEmoji}
            aria-haspopup="dialog"
            onClick={() => setEmoji(true)}
            className={TOOL}
          >
            <Smile className="size-5.5" aria-hidden="true" />
          </button>
        </div>
        <button
          type="submit"
          aria-label={isEdit ? sentences.save : sentences.send}
          aria-disabled={!ready}
          className={cx(
            "ms-1 grid size-11 flex-none place-items-center rounded-pill transition-colors duration-(--dur-fast)",
            ready ? "bg-accent text-on-accent hover:bg-accent-hover" : "bg-sunken text-ink-3",
          )}
        >
          <ArrowUp className="size-5.5" aria-hidden="true" />
        </button>
      </div>
      {emoji && (
        <Popover anchor={smile} closed={() => setEmoji(false)} role="dialog" label={sentences.emoji}>
          <Suspense>
            <EmojiPicker
              pick={(picked) => {
                const at = field.current?.selectionStart ?? text.length;
                const to = field.current?.selectionEnd ?? text.length;
                setText(text.slice(0, at) + picked + text.slice(to));
                setEmoji(false);
              }}
            />
          </Suspense>
        </Popover>
      )}
    </form>
  );
}

/** What is answered or edited, above the field. */
function About({ writing, end }: { writing: Exclude<Writing, { kind: "new" }>; end: () => void }) {
  const message = writing.kind === "reply" ? writing.to : writing.message;
  const who = message.sender === "me" ? "yourself" : message.sender.displayName;
  const Sign = writing.kind === "reply" ? Reply : Pencil;
  return (
    <div className="flex items-center gap-3 border-b border-line py-1 ps-4 pe-1 text-meta">
      <Sign className="size-4.5 flex-none text-accent-mark rtl:-scale-x-100" aria-hidden="true" />
      <span className="min-w-0 flex-1">
        <b className="block truncate">
          {writing.kind === "reply" ? fill(sentences.replyTo, { name: <bdi>{who}</bdi> }) : sentences.editYourMessage}
        </b>
        <span className="block truncate text-ink-2">
          <bdi>{message.text || sentences.picture}</bdi>
        </span>
      </span>
      <button type="button" aria-label={sentences.cancel} onClick={end} className={TOOL}>
        <X className="size-5" aria-hidden="true" />
      </button>
    </div>
  );
}

/** Where there is a mouse there is a keyboard, and Enter sends. */
function finePointer(): boolean {
  return typeof matchMedia === "function" && matchMedia("(pointer: fine)").matches;
}
