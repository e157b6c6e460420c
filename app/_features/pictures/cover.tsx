import { EyeOff } from "lucide-react";
import { pictures as words } from "@/app/_words/pictures";

/** The cover of sensitive pictures. A press anywhere on it uncovers them all. */
export function Cover({ count, uncover }: { count: number; uncover: () => void }) {
  return (
    <button
      type="button"
      onClick={uncover}
      className="absolute inset-0 grid place-content-center justify-items-center gap-2 bg-scrim p-4 text-center text-label font-semibold text-on-veil focus-visible:-outline-offset-4 focus-visible:outline-on-veil"
    >
      <EyeOff className="size-6" aria-hidden="true" />
      {/* A ground of their own: what shows through the scrim may be as bright as white. */}
      <span className="rounded-pill bg-veil-78 px-3.5 py-1">{words.sensitive(count)}</span>
      <span className="rounded-pill bg-veil-78 px-3.5 py-1.5 text-meta">{words.show}</span>
    </button>
  );
}
