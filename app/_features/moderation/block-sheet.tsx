"use client";

import { Button } from "@/app/_ui/button";
import type { Person } from "@/app/_features/moderation/dialogs";
import { useModeration } from "@/app/_features/moderation/use-moderation";
import { Sheet } from "@/app/_ui/sheet";

/** Asks for confirmation before blocking: unblocking does not restore follows. */
export function BlockSheet({ person, close }: { person: Person; close: () => void }) {
  const { block } = useModeration();
  return (
    <Sheet open close={close} low title={`Block ${person.display_name}?`}>
      <div className="grid gap-3 px-4 pb-5">
        <ul className="grid list-disc gap-1 ps-5 text-label text-ink-2">
          <li>You do not see each other anywhere on Barker.</li>
          <li>You stop following each other, also if you unblock them later.</li>
          <li>They are not told, but they can notice.</li>
        </ul>
        <div className="grid grid-cols-2 gap-3">
          <Button look="soft" data-first onClick={close}>
            Cancel
          </Button>
          <Button
            look="danger"
            onClick={() => {
              close();
              void block(person);
            }}
          >
            Block
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
