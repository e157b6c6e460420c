"use client";

import { useState } from "react";
import { joining } from "@/app/_words/joining";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { signIn } from "@/app/_client/session";
import { paths } from "@/lib/paths";

/** Signs in without an account, on a local start with the demo town. */
export function DemoButton({ next }: { next: string }) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function enter(): Promise<void> {
    setState("busy");
    if ((await signIn()) === "ok") return location.assign(next);
    setState("failed");
  }

  return (
    <div className="grid justify-items-center">
      <Button look="ghost" disabled={state === "busy"} onClick={() => void enter()}>
        <Avatar src={paths.portrait("maple-0-0")} size={28} />
        {joining.demo}
      </Button>
      {state === "failed" && (
        <p role="alert" className="text-meta text-danger">
          {joining.demoFailed}
        </p>
      )}
    </div>
  );
}
