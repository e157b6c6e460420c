"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { clock } from "@/app/_features/time/dates";
import { offline as words } from "@/app/_words/offline";

interface KeptPage {
  path: string;
  title: string;
  at: number;
  read: string;
}

const MOST = 12;

/** The cached pages that can be read offline. When the connection is back, the requested page is loaded. */
export function KeptPages() {
  const [pages, setPages] = useState<KeptPage[]>([]);
  const leaving = useRef(false);
  useEffect(() => {
    void readKept().then(setPages, () => undefined);
    // Not if a cached page was chosen meanwhile.
    const back = () => !leaving.current && location.reload();
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, []);
  if (pages.length === 0) return null;
  return (
    <section aria-labelledby="kept" className="mt-4 w-full min-w-0 text-start">
      <h2 id="kept" className="mb-2 text-subhead leading-6 font-bold">
        {words.kept}
      </h2>
      <ul className="overflow-hidden rounded-card border border-line bg-surface">
        {pages.map(({ path, title, read }) => (
          <li key={path} className="border-t border-line first:border-t-0">
            {/* A whole page: parts of one cannot be fetched here. */}
            <a
              href={path}
              onClick={() => (leaving.current = true)}
              className="flex min-h-13 items-center gap-3 px-4 py-2 -outline-offset-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate text-label font-bold">
                  <bdi>{title}</bdi>
                </span>
                <span className="block text-meta text-ink-3">{read}</span>
              </span>
              <ChevronRight className="size-5 flex-none text-ink-3" aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The main pages first, then the pages read last. */
async function readKept(): Promise<KeptPage[]> {
  if (!(await caches.has("pages"))) return [];
  const cache = await caches.open("pages");
  const pages = (await cache.keys()).map(async (request): Promise<KeptPage | null> => {
    const headers = (await cache.match(request))?.headers;
    const title = decodeURIComponent(headers?.get("x-title") ?? "");
    const { pathname, search } = new URL(request.url);
    const at = Number(headers?.get("x-kept-at"));
    const read = clock(new Date(at).toISOString(), Date.now(), undefined);
    return title === "" ? null : { path: pathname + search, title: plain(title), at, read };
  });
  const known = (await Promise.all(pages)).filter((page) => page !== null);
  return known.toSorted((a, b) => rank(a) - rank(b) || b.at - a.at).slice(0, MOST);
}

const rank = ({ path }: KeptPage): number => {
  const place = ["/home", "/alerts", "/town"].indexOf(path);
  return place < 0 ? 3 : place;
};

/** A title as plain text, without the number of alerts and the name of the app. */
function plain(title: string): string {
  const text = new DOMParser().parseFromString(title, "text/html").documentElement.textContent ?? "";
  return text.replace(/^\(\d+\+?\) /, "").replace(/ · Barker$/, "");
}
