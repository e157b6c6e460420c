"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useCompose } from "@/app/_features/compose/provider";
import { NO_TARGET, sameTarget } from "@/app/_client/drafts/model";
import { sharedWords, type Shared } from "@/app/_features/compose/shared";
import { attach } from "@/app/_client/drafts/uploads";
import { drafts, startDraftFor, initDrafts, resumeDraft, write, draftById } from "@/app/_client/drafts/store";
import { feed as sentences } from "@/app/_words/feed";
import { paths } from "@/lib/paths";

/** The cache in which the service worker stores shared content. */
const CACHE = "shared";

/** Creates a draft from shared content and opens it; another open draft stays as it is. */
export function TakeShared({ personId, ...shared }: Shared & { personId: string }) {
  const compose = useCompose();
  const router = useRouter();
  const taken = useRef(false);
  const words = sharedWords(shared);
  useEffect(() => {
    if (taken.current) return;
    taken.current = true;
    void sharedPictures().then((files) => {
      initDrafts(personId);
      if (words !== "" || files.length > 0) {
        // After a reload, the same text is the existing draft.
        const there = drafts.get().find((draft) => draft.text === words && sameTarget(draft, NO_TARGET));
        resumeDraft(files.length === 0 && there ? there.id : null);
        const id = startDraftFor(NO_TARGET);
        if (draftById(id)?.kept !== true) write(id, { text: words });
        if (files.length > 0) attach(id, files);
      }
      compose?.({ kind: "new" });
      router.replace(paths.compose);
    });
  }, [personId, words, compose, router]);
  return <h1 className="sr-only">{sentences.share}</h1>;
}

async function sharedPictures(): Promise<File[]> {
  if (!("caches" in globalThis)) return [];
  const cache = await caches.open(CACHE);
  const kept = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
  const blobs = await Promise.all(kept.flatMap((response) => (response ? [response.blob()] : [])));
  await caches.delete(CACHE);
  return blobs.map((blob, index) => new File([blob], `picture-${index}`, { type: blob.type }));
}
