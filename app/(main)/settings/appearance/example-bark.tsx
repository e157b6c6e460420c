import { Bookmark, Heart, MessageCircle, Repeat2, SmilePlus } from "lucide-react";
import { Avatar } from "@/app/_ui/avatar";
import { appearance as words } from "@/app/_words/appearance";
import type { Viewer } from "@/lib/auth/schema";

const ACTIONS = [
  { icon: MessageCircle, count: 4 },
  { icon: Repeat2, count: 2 },
  { icon: Heart, count: 31 },
  { icon: SmilePlus, count: null },
  { icon: Bookmark, count: null },
];

/** A bark that shows what the choices below it do; it cannot be pressed. */
export function ExampleBark({ viewer }: { viewer: Viewer }) {
  return (
    <section
      aria-label={words.example}
      className="@container overflow-hidden rounded-card border border-line bg-surface [--bark-x:1rem]"
    >
      <div className="bark-card grid grid-cols-avatar gap-x-3 px-(--bark-x) pt-3 pb-1">
        <Avatar src={viewer.avatar} />
        <div className="min-w-0">
          <p className="who text-label">
            <b className="who-name truncate">
              <bdi>{viewer.name}</bdi>
            </b>
            <span dir="ltr" className="who-handle truncate text-small text-ink-3">
              {words.exampleMeta(viewer.handle)}
            </span>
          </p>
          <p className="text-body">{words.exampleText}</p>
          <div aria-hidden="true" className="-ms-3 mt-0.5 flex max-w-[27rem] flex-wrap justify-between text-ink-2">
            {ACTIONS.map(({ icon: Icon, count }, index) => (
              <span
                key={index}
                className="inline-flex min-h-11 min-w-11 items-center gap-1 px-3 text-meta font-medium tabular-nums"
              >
                <Icon className="size-4.75 flex-none" />
                {count !== null && <span data-count>{count}</span>}
              </span>
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}
