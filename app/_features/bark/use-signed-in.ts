"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { paths } from "@/lib/paths";

/** Asks for the sign-in page when a stranger wants to do something; true for everybody else. */
export function useSignedIn(viewerId: string | null): () => boolean {
  const router = useRouter();
  return useCallback(() => {
    if (viewerId !== null) return true;
    router.push(paths.signIn(location.pathname));
    return false;
  }, [router, viewerId]);
}
