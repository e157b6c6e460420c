"use client";

import { Menu } from "@base-ui/react/menu";
import { Ellipsis, Link2, Share2, Trash2 } from "lucide-react";
import { local, send } from "@/app/_ui/api";
import { tell } from "@/app/_ui/square";
import { useToast } from "@/app/_ui/toast";
import type { Status } from "@/lib/barks/schema";

const ITEM =
  "flex min-h-11 cursor-default items-center gap-3 rounded-field px-3 text-label outline-none data-highlighted:bg-sunken";

/** What else can be done with a bark. */
export function BarkMenu({ status, own }: { status: Status; own: boolean }) {
  const say = useToast();
  const address = () => location.origin + local(status.url);
  const remove = useDelete(status);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        aria-label="More"
        className="relative z-1 -my-3 grid size-11 flex-none place-items-center self-center rounded-pill text-ink-3"
      >
        <Ellipsis className="size-[1.125rem]" aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-(--z-menu)">
          <Menu.Popup className="min-w-52 rounded-media bg-raised p-1.5 text-ink shadow-e2 outline-none">
            <Menu.Item
              className={ITEM}
              onClick={() =>
                void navigator.clipboard.writeText(address()).then(
                  () => say("Link copied"),
                  () => say("The link could not be copied."),
                )
              }
            >
              <Link2 className="size-5" aria-hidden="true" /> Copy link
            </Menu.Item>
            {typeof navigator !== "undefined" && "share" in navigator && (
              <Menu.Item
                className={ITEM}
                onClick={() => void navigator.share({ url: address() }).catch(() => undefined)}
              >
                <Share2 className="size-5" aria-hidden="true" /> Share
              </Menu.Item>
            )}
            {own && (
              <Menu.Item className={`${ITEM} text-danger`} onClick={remove}>
                <Trash2 className="size-5" aria-hidden="true" /> Delete
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Hides a bark at once, and deletes it when the moment for a change of mind has passed. */
function useDelete(status: Status): () => void {
  const say = useToast();
  return () => {
    tell({ type: "gone", id: status.id });
    say("Bark deleted", {
      undo: () => tell({ type: "back", status }),
      gone: () =>
        void send(`/api/v1/statuses/${status.id}`, { method: "DELETE", keepalive: true }).then((outcome) => {
          if (outcome.ok || outcome.status === 404) return;
          tell({ type: "back", status });
          say(`Could not delete it. ${outcome.sentence}`);
        }),
    });
  };
}
