import type { MetadataRoute } from "next";
import { FORMATS } from "@/lib/media/rules";
import { paths } from "@/lib/paths";
import { shownName } from "@/lib/settings/reads";

// The operators name the town while Barker runs.
export const dynamic = "force-dynamic";

/** What makes Barker installable, by the name of the town. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const name = await shownName();
  return {
    id: "/",
    name,
    short_name: name,
    description: "The town square in your pocket",
    start_url: "/home",
    scope: "/",
    display: "standalone",
    background_color: "#f6f1e8",
    theme_color: "#fffdf8",
    categories: ["social"],
    shortcuts: [{ name: "New bark", url: paths.compose }],
    share_target: {
      action: paths.share,
      method: "post",
      enctype: "multipart/form-data",
      params: {
        title: "title",
        text: "text",
        url: "url",
        files: [{ name: "pictures", accept: [...FORMATS] }],
      },
    },
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    screenshots: [
      { src: "/screenshots/home-phone.png", sizes: "390x844", type: "image/png", form_factor: "narrow", label: "Home" },
      {
        src: "/screenshots/home-desktop.png",
        sizes: "1280x800",
        type: "image/png",
        form_factor: "wide",
        label: "Home on a desktop",
      },
    ],
  };
}
