"use client";

import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from "react";
import { ComposeContext, ComposeWindowOpen, useCompose, type ComposeRequest } from "@/app/_features/compose/context";
import { useResume } from "@/app/_features/compose/use-resume";
import { useHotkey } from "@/app/_client/hotkeys";
import { Dog } from "@/app/_ui/logo";
import { Sheet } from "@/app/_ui/sheet";
import { useToast } from "@/app/_ui/toast";
import { useHidesOnScroll } from "@/app/_ui/hides-on-scroll";
import { cx } from "@/app/_ui/cx";
import { compose as words } from "@/app/_words/compose";
import type { Viewer } from "@/lib/auth/schema";

export { useCompose, type ComposeRequest };

const TITLES = {
  new: words.newBark.title,
  reply: words.reply.title,
  quote: words.quote.title,
  edit: words.edit.title,
  draft: words.draft,
};

const loadWindow = () => import("@/app/_features/compose/window");
const ComposeWindow = lazy(() => loadWindow().catch(() => ({ default: Unloaded })));

/** Holds the composer window, and opens it from anywhere (or with the key n). */
export function ComposeProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const [request, setRequest] = useState<ComposeRequest | null>(null);
  const show = useCallback(() => setRequest({ kind: "new" }), []);
  const close = useCallback(() => setRequest(null), []);
  useHotkey("n", show);
  useResume(viewer);
  useAskedByAddress(show);
  return (
    <ComposeContext value={setRequest}>
      <ComposeWindowOpen value={request !== null}>{children}</ComposeWindowOpen>
      <Sheet open={request !== null} close={close} title={TITLES[request?.kind ?? "new"]} bare>
        <Suspense fallback={<div className="min-h-80" />}>
          {request && <ComposeWindow key={keyOf(request)} viewer={viewer} request={request} close={close} />}
        </Suspense>
      </Sheet>
    </ComposeContext>
  );
}

/** The window's code may be missing when the first visit lost its connection; once online, the page is reloaded with it. */
function Unloaded({ close }: { close: () => void }) {
  const say = useToast();
  useEffect(() => {
    const address = new URL(location.href);
    address.searchParams.set("compose", "");
    const missing = () => {
      close();
      say(words.notLoaded);
    };
    // React caches a failed import, so only a new page loads it again.
    void loadWindow().then(() => location.replace(address), missing);
  }, [close, say]);
  return <div className="min-h-80" />;
}

/** An address ending in "?compose" opens the window once: for a shortcut of the installed app, or shared content. */
function useAskedByAddress(show: () => void): void {
  useEffect(() => {
    const address = new URL(location.href);
    if (!address.searchParams.has("compose")) return;
    address.searchParams.delete("compose");
    history.replaceState(history.state, "", address);
    show();
  }, [show]);
}

function keyOf(request: ComposeRequest): string {
  if (request.kind === "reply") return `reply ${request.to.id}`;
  if (request.kind === "quote") return `quote ${request.of.id}`;
  if (request.kind === "edit") return `edit ${request.status.id}`;
  return request.kind === "draft" ? `draft ${request.id}` : "new";
}

/** The Bark button of the navigation column: with its label on desktops, only an icon on the rail. */
export function NavBark() {
  const compose = useCompose();
  if (!compose) return null;
  return (
    <button
      type="button"
      onPointerEnter={() => void loadWindow()}
      onClick={() => compose({ kind: "new" })}
      aria-label={words.newBark.act}
      className="mt-4 grid min-h-13 flex-none place-items-center rounded-bubble bg-accent font-bold text-on-accent hover:bg-accent-hover desk:flex desk:items-center desk:justify-center desk:gap-2 desk:text-subhead"
    >
      <Dog className="h-7 w-6" />
      <span className="hidden desk:inline">{words.newBark.act}</span>
    </button>
  );
}

/** The Bark button over a phone's list; hidden while scrolling down. */
export function FloatingBark() {
  const compose = useCompose();
  const hidden = useHidesOnScroll();
  if (!compose) return null;
  return (
    <button
      type="button"
      onPointerDown={() => void loadWindow()}
      onClick={() => compose({ kind: "new" })}
      aria-label={words.newBark.act}
      className={cx(
        "fixed inset-e-4 bottom-[calc(var(--bar-bottom)+env(safe-area-inset-bottom)+1rem)] z-(--z-fab) grid size-[60px] place-items-center rounded-bubble bg-accent text-on-accent shadow-fab transition-transform duration-(--dur-base) tablet:hidden",
        hidden && "translate-y-40",
      )}
    >
      {/* In pixels, as the button itself: it does not grow with the text. */}
      <Dog className="h-[36px] w-[32px]" />
    </button>
  );
}
