import { joining } from "@/app/_words/joining";

/** What is wrong with an e-mail address as it is typed, or null; the server looks more closely. */
export function emailTrouble(email: string): string | null {
  const [local = "", domain, ...more] = email.trim().split("@");
  if (local === "" || !domain || more.length > 0) return joining.emailNoAt;
  return /\.[^\s.]{2,}$/.test(domain) ? null : joining.emailNoEnding;
}

/** From 1 (too weak) to 4 bars, and a sentence; null before anything is typed. The server refuses what is easy to guess. */
export function strengthOf(password: string, handle: string): { bars: 1 | 2 | 3 | 4; sentence: string } | null {
  if (password === "") return null;
  const folded = password.toLowerCase();
  const variety = new Set(folded).size;
  if (password.length < 8) return { bars: 1, sentence: joining.passwordShort };
  if (handle.length > 2 && folded.includes(handle.toLowerCase()) && password.length < handle.length + 8) {
    return { bars: 1, sentence: joining.passwordNames };
  }
  if (password.length < 12 || variety < 6) return { bars: 2, sentence: joining.passwordWeak };
  if (password.length < 16 || variety < 8) return { bars: 3, sentence: joining.passwordFair };
  return { bars: 4, sentence: joining.passwordStrong };
}
