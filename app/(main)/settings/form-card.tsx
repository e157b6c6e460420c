"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, type ComponentProps } from "react";
import { send, textOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/field";
import { useToast } from "@/app/_ui/toast";

interface FormCardProps {
  title: string;
  /** The API path to which the fields are sent as JSON. */
  path: string;
  fields: ComponentProps<typeof TextInput>[];
  submit: string;
  /** The message after success. */
  done: string;
  about?: string;
  onDone?: () => void;
}

/** A small settings form: fields with their errors, and one button. */
export function FormCard({ title, path, fields, submit, done, about, onDone }: FormCardProps) {
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Partial<Record<string, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  const say = useToast();
  const router = useRouter();

  async function store(sent: FormData): Promise<void> {
    setBusy(true);
    const json = Object.fromEntries(fields.map(({ name = "" }) => [name, textOf(sent, name)]));
    const outcome = await send(path, { method: "POST", json });
    setBusy(false);
    setFaults(outcome.ok ? {} : outcome.fields);
    const told = !outcome.ok && fields.some(({ name = "" }) => outcome.fields[name]);
    // An error that is shown at its field is not repeated.
    if (!told) say(outcome.ok ? done : outcome.sentence);
    if (!outcome.ok) return;
    form.current?.reset();
    onDone?.();
    router.refresh();
  }

  return (
    <form
      ref={form}
      aria-label={title}
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void store(new FormData(event.currentTarget));
      }}
    >
      <h2 className="text-heading leading-6 font-bold">{title}</h2>
      {about && <p className="-mt-2 text-label text-ink-2">{about}</p>}
      {fields.map((field) => (
        <TextInput key={field.name} required {...field} fault={faults[field.name ?? ""]} />
      ))}
      <Button type="submit" disabled={busy} className="justify-self-start">
        {submit}
      </Button>
    </form>
  );
}
