"use client";

import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import type { LocalDraft } from "@/app/_client/drafts/model";
import type { Status } from "@/lib/barks/schema";

const NOBODY = new Map<string, string>();

/** The handles of the authors of answered or quoted barks, by the bark's id. */
export function useAuthors(drafts: LocalDraft[]): Map<string, string> {
  const [authors, setAuthors] = useState(NOBODY);
  const ids = drafts.flatMap(({ replyTo, quotes }) => replyTo ?? quotes ?? []);
  const wanted = [...new Set(ids)].toSorted().slice(0, 40).join("&id[]=");
  useEffect(() => {
    if (wanted === "") return;
    void send<Status[]>(`/api/v1/statuses?id[]=${wanted}`).then((outcome) => {
      if (outcome.ok) setAuthors(new Map(outcome.value.map(({ id, account }) => [id, account.acct])));
    });
  }, [wanted]);
  return authors;
}
