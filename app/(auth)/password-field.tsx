"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { joining } from "@/app/_words/joining";
import { TextInput } from "@/app/_ui/field";

/** A password field with a button that shows what was typed. */
export function PasswordField(props: Omit<ComponentProps<typeof TextInput>, "label" | "name" | "type" | "end">) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? Eye : EyeOff;
  return (
    <TextInput
      {...props}
      label={joining.password}
      name="password"
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <button
          type="button"
          aria-label={joining.showPassword}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute top-0.5 inset-e-0.5 grid size-11 place-items-center"
        >
          <Icon className="size-5" aria-hidden="true" />
        </button>
      }
    />
  );
}
