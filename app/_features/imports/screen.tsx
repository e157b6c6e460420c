"use client";

import { useEffect, useState } from "react";
import { send } from "@/app/_client/api";
import { ImportCard } from "@/app/_features/imports/card";
import { ImportForm } from "@/app/_features/imports/form";
import { imports as words } from "@/app/_words/imports";
import type { Import } from "@/lib/imports/schema";

const PATH = "/api/v1/barker/imports";
/** How often (ms) an import that is going on is read again. */
const AGAIN_MS = 1_500;
const GOING_ON = new Set<Import["state"]>(["checking", "running", "undoing"]);

/** The form for a new import, and one's imports with how far they are. */
export function Imports({ initially }: { initially: Import[] }) {
  const [all, setAll] = useState(initially);
  const goingOn = all.some(({ state }) => GOING_ON.has(state));

  useEffect(() => {
    if (!goingOn) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "hidden") return;
      void send<Import[]>(PATH).then((outcome) => outcome.ok && setAll(outcome.value));
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [goingOn]);

  const put = (changed: Import) => setAll((before) => before.map((one) => (one.id === changed.id ? changed : one)));
  return (
    <>
      <ImportForm
        path={PATH}
        // It replaces those that were not started.
        onMade={(made) =>
          setAll((before) => [made, ...before.filter(({ state }) => state !== "checking" && state !== "ready")])
        }
      />
      <section>
        <h2 className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">{words.yours}</h2>
        {all.length === 0 && <p className="mx-1 text-label text-ink-2">{words.none}</p>}
        <ul className="grid grid-cols-1 gap-3">
          {all.map((one) => (
            <li key={one.id}>
              <ImportCard
                path={PATH}
                it={one}
                onChange={put}
                onDelete={() => setAll((before) => before.filter(({ id }) => id !== one.id))}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
