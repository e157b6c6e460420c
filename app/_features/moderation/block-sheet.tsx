"use client";

import { Button } from "@/app/_ui/button";
import type { Person } from "@/app/_features/moderation/dialogs";
import { useModeration } from "@/app/_features/moderation/use-moderation";
import { Sheet } from "@/app/_ui/sheet";
import { moderation as words } from "@/app/_words/moderation";

/** Asks for confirmation before blocking: unblocking does not restore follows. */
export function BlockSheet({ person, close }: { person: Person; close: () => void }) {
  const { block } = useModeration();
  return (
    <Sheet open close={close} low title={words.blockTitle(person.display_name)}>
      <div className="grid gap-3 px-4 pb-5">
        <ul className="grid list-disc gap-1 ps-5 text-label text-ink-2">
          {words.blockEffects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
        <div className="grid grid-cols-2 gap-3">
          <Button look="soft" data-first onClick={close}>
            {words.cancel}
          </Button>
          <Button
            look="danger"
            onClick={() => {
              close();
              void block(person);
            }}
          >
            {words.block}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
