"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { pictures as words } from "@/app/_words/people";
import { send } from "@/app/_client/api";
import { local } from "@/lib/paths";
import { cx } from "@/app/_ui/cx";
import { useToast } from "@/app/_ui/toast";

interface PicturePickerProps {
  kind: "avatar" | "header";
  src: string;
  fault?: string;
}

const BUTTON = "grid size-11 cursor-pointer place-items-center rounded-pill bg-veil-66 text-on-veil";

/** A preview of the avatar or header, with buttons to choose another and to remove it. */
export function PicturePicker({ kind, src, fault }: PicturePickerProps) {
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const say = useToast();
  const router = useRouter();
  useEffect(() => () => void (chosen && URL.revokeObjectURL(chosen)), [chosen]);

  async function remove(): Promise<void> {
    const outcome = await send(`/api/v1/profile/${kind}`, { method: "DELETE" });
    say(outcome.ok ? words.removed[kind] : outcome.sentence);
    if (!outcome.ok) return;
    setChosen(null);
    router.refresh();
  }

  const shape = kind === "header" ? "aspect-[3.2] w-full rounded-t-card" : "size-22 rounded-avatar ring-4 ring-surface";
  return (
    <div className={cx(kind === "avatar" && "-mt-11 px-4")}>
      <div className={cx("relative grid overflow-hidden bg-sunken", shape)}>
        <img src={chosen ?? local(src)} alt={""} className="col-start-1 row-start-1 size-full object-cover" />
        <div
          className={cx("z-1 col-start-1 row-start-1 flex gap-1 self-end p-1", kind === "header" && "justify-self-end")}
        >
          <label htmlFor={id} className={cx(BUTTON, "has-focus-visible:outline-2")}>
            <input
              id={id}
              type="file"
              name={kind}
              aria-label={words.choose[kind]}
              accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
              className="sr-only"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                setChosen(file ? URL.createObjectURL(file) : null);
              }}
            />
            <ImagePlus className="size-5" aria-hidden="true" />
          </label>
          {isUploaded(src) && (
            <button
              type="button"
              aria-label={words.remove[kind]}
              onClick={() => void remove()}
              className={cx(BUTTON, kind === "avatar" && "-ms-2 scale-90")}
            >
              <Trash2 className="size-5" aria-hidden="true" />
            </button>
          )}
        </div>
      </div>
      {fault && <p className="mt-1.5 px-4 text-meta text-danger">{fault}</p>}
    </div>
  );
}

export type PictureFaults = Partial<Record<string, string>>;

/** Scales pictures down to the upload limit, and leaves out fields without one. Returns errors for unusable files. */
export async function withSmallPictures(form: FormData): Promise<PictureFaults | null> {
  for (const name of ["avatar", "header"]) {
    const file = form.get(name);
    if (!(file instanceof File)) continue;
    const { shrink } = await import("@/app/_client/shrink");
    const small = file.size === 0 ? null : await shrink(file);
    if (typeof small === "string") return { [name]: small };
    if (small === null) form.delete(name);
    else form.set(name, small);
  }
  return null;
}

function isUploaded(src: string): boolean {
  return local(src).startsWith("/media/");
}
