"use client";

import { useQueue } from "@/app/(main)/town-hall/use-queue";
import { Ago } from "@/app/_features/time/time";
import { townSettings as words } from "@/app/_words/town-settings";
import { Button } from "@/app/_ui/button";
import type { Applicant } from "@/lib/applicants/schema";

const PATH = "/api/v1/barker/town_hall/applicants";

/** The requests to join, oldest first. `more`: whether there are others. */
export function RequestQueue({ requests, more }: { requests: Applicant[]; more: boolean }) {
  const { waiting, busy, decide } = useQueue(requests, more, PATH);

  return (
    <section aria-labelledby="requests">
      <h2 id="requests" className="mx-1 mb-1.5 text-small leading-5 font-bold text-ink-2">
        {words.requests}
      </h2>
      {waiting.length === 0 && !more && <p className="mx-1 text-label text-ink-2">{words.noRequests}</p>}
      <ul className="overflow-hidden rounded-card border border-line bg-surface empty:hidden">
        {waiting.map((applicant) => (
          <li key={applicant.id} className="grid gap-2 border-line p-4 not-first:border-t">
            <p className="text-label wrap-anywhere">
              <b>
                <bdi dir="ltr">@{applicant.username}</bdi>
              </b>{" "}
              <span className="text-meta text-ink-3">
                {words.from(applicant.email, applicant.confirmed)} <Ago at={applicant.created_at} />
              </span>
            </p>
            <p dir="auto" className="wrap-anywhere whitespace-pre-line">
              {applicant.reason || (
                <span className="text-ink-3">
                  {applicant.enters_when_confirmed ? words.onlyConfirms : words.noReason}
                </span>
              )}
            </p>
            <p className="flex flex-wrap gap-2">
              <Button
                disabled={busy === applicant.id}
                aria-label={words.approveNamed(applicant.username)}
                onClick={() => void decide(applicant, "approve", words.approved(applicant.username))}
              >
                {words.approve}
              </Button>
              <Button
                look="danger"
                disabled={busy === applicant.id}
                aria-label={words.rejectNamed(applicant.username)}
                onClick={() => void decide(applicant, "reject", words.rejected(applicant.username))}
              >
                {words.reject}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      {more && <p className="mx-1 mt-2 text-meta text-ink-3">{words.more}</p>}
    </section>
  );
}
