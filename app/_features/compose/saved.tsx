import { Check } from "lucide-react";
import { compose as words } from "@/app/_words/compose";
import type { LocalDraft } from "@/app/_client/drafts/model";

/** Says that the draft is saved. It describes the field, so it is read with it and not after every key. */
export function Saved({ writing, id }: { writing: LocalDraft; id: string }) {
  return (
    <span id={id} className="flex items-center gap-1 text-meta text-ink-3">
      {writing.kept && (
        <>
          <Check className="size-3.5" aria-hidden="true" />
          {writing.edits === null ? words.saved : words.changeSaved}
        </>
      )}
    </span>
  );
}
