import type { Coat, PortraitKind } from "@/lib/drawings/portraits/kind";
import {
  accentFor,
  backdrop,
  dew,
  eyeFor,
  flower,
  hat,
  ladybird,
  scarf,
  spectacles,
  type Backdrop,
  type Variant,
} from "@/lib/drawings/portraits/variants";

/** Plants wear no spectacles; these variants get a backdrop instead. */
const OUTDOORS: Partial<Record<Variant, Backdrop>> = {
  spectacles: "arch",
  scarf: "sun",
  asleep: "moon",
  flower: "band",
  hat: "rings",
};

/** Backdrops for kinds without a neck for a scarf or a crown for a hat. */
const UNDRESSED: Partial<Record<Variant, Backdrop>> = { scarf: "arch", flower: "band", hat: "moon" };

/** A complete picture without its frame: backdrop, body, scarf, face, then what is on top. */
export function dress(kind: PortraitKind, coat: Coat, ground: string, variant: Variant, palette: number): string {
  if (kind.perch) return plant(kind, coat, ground, variant);
  const accent = accentFor(palette, ground, coat.main, coat.pale);
  const face = kind.draw(coat, eyeFor(variant));
  const body = kind.body?.(coat) ?? "";
  if (variant === "scarf" && kind.neck) return backdrop(variant, ground) + body + scarf(kind.neck, accent) + face;
  if (variant === "hat" && kind.crown) return backdrop(variant, ground) + body + face + hat(kind.crown, accent);
  if (variant === "flower" && kind.crown) return backdrop(variant, ground) + body + face + flower(kind.crown, accent);
  if (variant === "spectacles" && kind.lenses)
    return backdrop(variant, ground) + body + face + spectacles(kind.lenses, coat);
  return backdrop(UNDRESSED[variant] ?? variant, ground) + body + face;
}

function plant(kind: PortraitKind, coat: Coat, ground: string, variant: Variant): string {
  const [x, y] = kind.perch ?? [32, 32];
  const visitor =
    variant === "spectacles" || variant === "hat"
      ? ladybird(x, y)
      : variant === "scarf" || variant === "flower"
        ? dew(x, y)
        : "";
  return backdrop(OUTDOORS[variant] ?? variant, ground) + kind.draw(coat, eyeFor(variant)) + visitor;
}
