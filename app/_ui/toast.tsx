"use client";

import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { ui } from "@/app/_words/ui";

interface Toast {
  key: number;
  sentence: string;
  undo?: () => void;
  /** Called when the toast disappears without having been undone. */
  gone?: () => void;
}

type Say = (sentence: string, more?: Pick<Toast, "undo" | "gone">) => void;

const STAYS_MS = 6_000;
const ToastContext = createContext<Say>(() => {});

/** Shows one sentence at the bottom of the screen, with an undo button where possible. */
export const useToast = (): Say => use(ToastContext);

export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const shown = useRef<Toast | null>(null);
  const say = useCallback<Say>((sentence, more) => {
    shown.current?.gone?.();
    shown.current = { key: Date.now(), sentence, ...more };
    setToast(shown.current);
  }, []);
  const close = useCallback((undone: boolean) => {
    const closing = shown.current;
    shown.current = null;
    setToast(null);
    if (undone) closing?.undo?.();
    else closing?.gone?.();
  }, []);
  // A pending action of a toast also runs when the page is closed.
  useEffect(() => {
    const leave = () => close(false);
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, [close]);
  return (
    <ToastContext value={useMemo(() => say, [say])}>
      {children}
      <div
        role="status"
        data-toasts
        className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--bar-bottom)+env(safe-area-inset-bottom)+1rem)] z-(--z-toast) tablet:bottom-6 tablet:mx-auto tablet:max-w-104"
      >
        {toast && <ToastCard key={toast.key} toast={toast} close={close} />}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, close }: { toast: Toast; close: (undone: boolean) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close(false), STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, close]);
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex min-h-13 items-center gap-3 rounded-media bg-ink py-2 ps-4 pe-2 text-label text-paper shadow-e3"
    >
      <span className="min-w-0 flex-1">{toast.sentence}</span>
      {toast.undo && (
        <button type="button" onClick={() => close(true)} className="min-h-11 px-3 font-bold text-toast-action">
          {ui.undo}
        </button>
      )}
    </div>
  );
}
