"use client";

import { X } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { cx } from "@/app/_ui/cx";
import { ui } from "@/app/_words/ui";

interface SheetProps {
  open: boolean;
  close: () => void;
  title: string;
  /** For a question: on phones only as high as its content. */
  low?: boolean;
  /** Without the title bar and close button: the content has its own. */
  bare?: boolean;
  /** Screen readers announce it as a warning. */
  alert?: boolean;
  children: ReactNode;
}

/**
 * A sheet on phones, a dialog elsewhere. The browser's modal dialog keeps the focus inside, closes on Escape and returns
 * the focus. The element marked `data-first` gets the focus first.
 */
export function Sheet({ open, close, title, low = false, bare = false, alert = false, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal();
      dialog.current?.querySelector<HTMLElement>("[data-first]")?.focus();
    }
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      {...(alert && { role: "alertdialog" })}
      // React also reports the closing of a sheet that was opened from this one. The browser reports a closing a moment
      // later: until then the sheet may have been opened again, so Escape closes it here at once.
      onCancel={(event) => event.target === event.currentTarget && close()}
      onClose={(event) => event.target === event.currentTarget && !event.currentTarget.open && close()}
      {...{ closedby: "any" }}
      className={cx(
        "sheet m-0 w-full max-w-none rounded-t-card bg-raised p-0 text-ink shadow-e3 backdrop:bg-scrim tablet:m-auto tablet:min-h-0 tablet:max-w-feed tablet:rounded-card open:flex open:flex-col",
        low ? "mt-auto" : "mt-11 min-h-[calc(100dvh-2.75rem)]",
      )}
    >
      {open && (
        <>
          {!bare && (
            <div className="flex min-h-13 flex-none items-center gap-2 px-1">
              <CloseButton close={close} />
              <h2 className="text-title font-bold tracking-heading">{title}</h2>
            </div>
          )}
          {children}
        </>
      )}
    </dialog>
  );
}

/** The close button of a sheet. */
export function CloseButton({ close }: { close: () => void }) {
  return (
    <button
      type="button"
      aria-label={ui.close}
      onClick={close}
      className="plain grid size-11 flex-none place-items-center rounded-pill"
    >
      <X className="size-5" aria-hidden="true" />
    </button>
  );
}
