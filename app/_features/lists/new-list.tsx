"use client";

import { ListPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { lists as words } from "@/app/_words/lists";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { paths } from "@/lib/paths";
import type { List } from "@/lib/lists/schema";

const focusOn = (element: HTMLElement | null) => element?.focus();

/** A button that opens the form of a new list in its place. */
export function MakeList({ stay = false }: { stay?: boolean }) {
  const [open, setOpen] = useState<boolean | null>(null);
  if (open) return <NewListForm stay={stay} close={() => setOpen(false)} />;
  return (
    <Button
      look="outline"
      size="large"
      className="w-full"
      // Whoever closes the form is where they were.
      ref={open === false ? focusOn : undefined}
      onClick={() => setOpen(true)}
    >
      <ListPlus className="size-5 flex-none" aria-hidden="true" />
      {words.makeOne}
    </Button>
  );
}

/** Makes a list, and opens it; while somebody is added to lists, the page of all lists stays open. */
function NewListForm({ stay, close }: { stay: boolean; close: () => void }) {
  const router = useRouter();
  const [title, setTitle] = useState("");
  const [fault, setFault] = useState<string | undefined>();
  async function create(): Promise<void> {
    const outcome = await send<List>("/api/v1/lists", { method: "POST", json: { title } });
    if (!outcome.ok) return setFault(outcome.fields["title"] ?? outcome.sentence);
    if (!stay) return router.push(paths.list(outcome.value.id));
    router.refresh();
    close();
  }
  return (
    <form
      className="grid gap-3 rounded-card border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <TextInput
        label={words.newList}
        value={title}
        maxLength={200}
        {...(fault && { fault })}
        // It was asked for just now.
        ref={focusOn}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && close()}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="ghost" onClick={close}>
          {words.cancel}
        </Button>
        <Button type="submit" look="ink" disabled={title.trim() === ""}>
          {words.make}
        </Button>
      </div>
    </form>
  );
}
