import type { ReactNode } from "react";
import { AuthBar } from "@/app/(auth)/auth-bar";
import { Pitch } from "@/app/(auth)/pitch";
import { LogoRings } from "@/app/_ui/logo-rings";

interface CardPageProps {
  /** The other way in, which the bar offers. */
  other: "join" | "sign-in";
  /** Where that leads in the end. */
  next: string;
  children: ReactNode;
}

/** A page with one card before signing in; on desktops it says beside it what Barker is. */
export function CardPage({ other, next, children }: CardPageProps) {
  return (
    <>
      <AuthBar other={other} next={next} />
      <div className="hidden desk:block">
        <Pitch />
      </div>
      <div className="hidden desk:block">
        <LogoRings />
      </div>
      {children}
    </>
  );
}
