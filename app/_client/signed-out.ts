import { forgetRead } from "@/app/_client/forget";

let leaving = false;

/** This device is signing itself out (or failed to): it ignores the notice that follows. */
export function setSigningOut(really = true): void {
  leaving = really;
}

/** The server says that this device is signed out: unless it was done here, the person is asked to sign in again. */
export function signedOutElsewhere(): void {
  if (leaving) return;
  forgetRead();
  location.assign("/sign-in");
}
