/** What is said when something failed, wherever that happens. */
export const failures = {
  offline: "You seem to be offline. Nothing is lost; try again when you are back.",
  unknown: "Something went wrong. Please try again.",
  notValid: "This is not valid.",
  notRight: (why: string) => `Something you entered is not right (${why}).`,
  nothingToSend: "There is nothing to send.",
  notSignedOut: "Barker cannot be reached, so you are still signed in. Please try again.",
  notSent: (why: string) => `Could not send. It is in your drafts. ${why}`,
  noPasskeys: "This browser does not support passkeys.",
  passkeysNeedHttps: "Browsers allow passkeys only on pages that are opened over https.",
  noMessageKeys: "This browser cannot keep keys for encrypted messages.",
  messagesNotLoaded: "Messages could not be loaded. Please try again.",
  pictureUnknown: "That is no picture that is known here. JPEG, PNG, WebP, AVIF and GIF are.",
};
