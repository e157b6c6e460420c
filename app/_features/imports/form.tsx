"use client";

import { FileUp } from "lucide-react";
import { useId, useState } from "react";
import { send } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Segments } from "@/app/_ui/segments";
import { useToast } from "@/app/_ui/toast";
import { imports as words } from "@/app/_words/imports";
import type { Import } from "@/lib/imports/schema";

/** Chooses one of Mastodon's files or an archive of posts, and sends it to be checked. */
export function ImportForm({ path, onMade }: { path: string; onMade: (made: Import) => void }) {
  const [kind, setKind] = useState<string>("follows");
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const id = useId();

  async function check(): Promise<void> {
    if (!file) return say(words.missing);
    const form = new FormData();
    form.set("kind", kind);
    form.set("file", file);
    setBusy(true);
    const outcome = await send<Import>(path, { method: "POST", form });
    setBusy(false);
    if (!outcome.ok) return say(outcome.sentence);
    setFile(undefined);
    onMade(outcome.value);
  }

  return (
    <section className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4">
      <p className="text-label text-ink-2">{words.about}</p>
      <p className="text-label text-ink-2">{words.here}</p>
      <div className="grid justify-items-start gap-1.5">
        <p className="text-small font-bold" aria-hidden="true">
          {words.kind}
        </p>
        <Segments name="kind" label={words.kind} choices={words.kinds} chosen={kind} choose={setKind} />
      </div>
      {kind === "follows" && <p className="text-label text-ink-2">{words.pace}</p>}
      {kind === "posts" && <p className="text-label text-ink-2">{words.posts}</p>}
      {kind === "posts" && <p className="text-label text-ink-2">{words.postsDiffer}</p>}
      {kind === "blocks" && <p className="text-label text-ink-2">{words.blocksEnd}</p>}
      <label
        htmlFor={id}
        className="flex min-h-12 cursor-pointer flex-wrap items-center gap-3 rounded-field border-thick border-edge px-4 py-2 text-label has-focus-visible:outline-2 has-focus-visible:outline-focus"
      >
        <FileUp className="size-5 flex-none text-ink-2" aria-hidden="true" />
        <span className="min-w-0 wrap-anywhere">{file ? <bdi>{file.name}</bdi> : words.choose}</span>
        <input
          id={id}
          type="file"
          aria-label={words.file}
          accept={kind === "posts" ? ".zip,.gz,.json,.car" : ".csv,text/csv"}
          className="sr-only"
          onChange={(event) => {
            setFile(event.target.files?.[0]);
            // The same file can be chosen again, after it was changed.
            event.target.value = "";
          }}
        />
      </label>
      <Button disabled={busy} className="justify-self-start" onClick={() => void check()}>
        {words.check}
      </Button>
    </section>
  );
}
