"use client";

import { useState } from "react";
import { send } from "@/app/_client/api";
import { useConfirmation } from "@/app/_features/confirmation/use-confirmation";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { Switch } from "@/app/_ui/switch";
import { useToast } from "@/app/_ui/toast";
import { townHall as words } from "@/app/_words/town-hall";
import type { Right } from "@/lib/auth/rights";
import type { StaffMember } from "@/lib/staff/schema";

interface RoleFormProps {
  /** Whose role changes; null: somebody who is named by their handle. */
  member: StaffMember | null;
  mayMakeOwners: boolean;
  grants: Right[];
  saved: (members: StaffMember[]) => void;
}

/** What somebody may do, with a switch for each right. */
export function RoleForm({ member, mayMakeOwners, grants, saved }: RoleFormProps) {
  const [handle, setHandle] = useState(member?.account.acct ?? "");
  const [isOwner, setIsOwner] = useState(member?.is_owner ?? false);
  const [rights, setRights] = useState<Right[]>(member?.rights ?? []);
  const [fault, setFault] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const { confirmed, sheet } = useConfirmation();
  const say = useToast();

  async function save(next: { owner: boolean; rights: Right[] }): Promise<void> {
    setBusy(true);
    const json = { handle, ...next };
    const outcome = await confirmed(() =>
      send<StaffMember[]>("/api/v1/barker/town_hall/staff", { method: "POST", json }),
    );
    setBusy(false);
    setFault(outcome.ok ? undefined : outcome.sentence);
    if (!outcome.ok) return;
    say(words.roleSaved(handle.replace(/^@/, "")));
    saved(outcome.value);
  }

  return (
    <>
      <form
        className="grid grid-cols-1 gap-3 overflow-y-auto pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          void save({ owner: isOwner, rights });
        }}
      >
        <div className="grid gap-3 px-4">
          {member === null && (
            <TextInput
              label={words.handle}
              help={words.handleHelp}
              name="handle"
              required
              autoCapitalize="none"
              spellCheck={false}
              value={handle}
              onChange={(event) => setHandle(event.target.value)}
            />
          )}
          {fault && (
            <p role="alert" className="text-meta text-danger">
              {fault}
            </p>
          )}
        </div>
        <div role="group" aria-label={words.mayDo}>
          {mayMakeOwners && (
            <Switch id="role-owner" title={words.owner} detail={words.ownerDetail} on={isOwner} change={setIsOwner} />
          )}
          {!isOwner &&
            grants.map((right) => (
              <Switch
                key={right}
                id={`role-${right}`}
                title={words.rights[right].name}
                detail={words.rights[right].detail}
                on={rights.includes(right)}
                change={(on) =>
                  setRights((before) => (on ? [...before, right] : before.filter((other) => other !== right)))
                }
              />
            ))}
        </div>
        <div className="flex flex-wrap gap-2 px-4">
          <Button type="submit" disabled={busy}>
            {words.save}
          </Button>
          {member !== null && (
            <Button
              look="danger"
              disabled={busy}
              aria-label={words.removeNamed(member.account.display_name)}
              onClick={() => void save({ owner: false, rights: [] })}
            >
              {words.removeStaff}
            </Button>
          )}
        </div>
      </form>
      {sheet}
    </>
  );
}
