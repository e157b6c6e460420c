/** Placeholders of barks, as high as cards; they appear after a moment and do not move. */
export function BarkSkeletons({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className="late grid grid-cols-avatar gap-x-3 border-b border-line px-4 py-3 desk:px-5">
      <span className="size-11 rounded-avatar bg-sunken" />
      <span className="grid gap-3 pt-1">
        <span className="h-3 w-2/5 rounded-pill bg-sunken" />
        <span className="h-3 w-11/12 rounded-pill bg-sunken" />
        <span className="h-3 w-3/5 rounded-pill bg-sunken" />
      </span>
    </div>
  ));
}

/** Placeholders of conversations, as high as their rows. */
export function ConversationSkeletons({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <div
      key={index}
      className="late grid min-h-17.5 grid-cols-avatar items-center gap-x-3 border-b border-line px-4 py-3 desk:px-5"
    >
      <span className="size-11 rounded-avatar bg-sunken" />
      <span className="grid gap-3">
        <span className="h-3 w-1/3 rounded-pill bg-sunken" />
        <span className="h-3 w-3/4 rounded-pill bg-sunken" />
      </span>
    </div>
  ));
}
