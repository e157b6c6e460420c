import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { townSettings as words } from "@/app/_words/town-settings";

interface SaveRowProps {
  busy: boolean;
  /** Whether something in the form was changed and is not saved. */
  isUnsaved: boolean;
  /** Further buttons. */
  children?: ReactNode;
}

/** The foot of a form: its button, and whether something waits for it. */
export function SaveRow({ busy, isUnsaved, children }: SaveRowProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" disabled={busy}>
        {words.save}
      </Button>
      {children}
      {isUnsaved && <span className="text-meta text-ink-2">{words.unsaved}</span>}
    </div>
  );
}
