"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/app/_client/api";
import { lists as words } from "@/app/_words/lists";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { paths } from "@/lib/paths";
import type { List } from "@/lib/lists/schema";

/** Makes a list, and opens it; while somebody is added to lists, the page of all lists stays open. */
export function NewListForm({ stay = false }: { stay?: boolean }) {
  const router = useRouter();
  const [title, setTitle] = useState("");
  const [fault, setFault] = useState<string | undefined>();
  async function create(): Promise<void> {
    const outcome = await send<List>("/api/v1/lists", { method: "POST", json: { title } });
    if (!outcome.ok) return setFault(outcome.fields["title"] ?? outcome.sentence);
    setTitle("");
    setFault(undefined);
    if (stay) router.refresh();
    else router.push(paths.list(outcome.value.id));
  }
  return (
    <form
      className="flex flex-wrap items-end gap-2"
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
        onChange={(event) => setTitle(event.target.value)}
        className="min-w-0 grow basis-48"
      />
      <Button type="submit" look="outline" disabled={title.trim() === ""} className="min-h-12">
        {words.make}
      </Button>
    </form>
  );
}
