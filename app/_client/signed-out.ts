import { forgetRead } from "@/app/_client/forget";

let leaving = false;

/** This device signs itself out (or did not, after all): it goes where its person wants, whatever it hears about it. */
export function setSigningOut(really = true): void {
  leaving = really;
}

/** The server says that this device is signed out: who did not do that here is asked to sign in again. */
export function signedOutElsewhere(): void {
  if (leaving) return;
  forgetRead();
  location.assign("/sign-in");
}
