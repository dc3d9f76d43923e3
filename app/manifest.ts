import type { MetadataRoute } from "next";
import { PAPER } from "@/components/site/theme";
import { at } from "@/lib/site/address";
import { site } from "@/lib/site/site";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: site.title,
    short_name: site.name,
    description: site.description,
    lang: site.language,
    id: at("/"),
    start_url: at("/"),
    display: "browser",
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [
      { src: at("/icons/192.png"), sizes: "192x192", type: "image/png" },
      { src: at("/icons/512.png"), sizes: "512x512", type: "image/png" },
      {
        src: at("/icons/maskable-512.png"),
        sizes: "512x512",
        type: "image/png",
        purpose: "maskable",
      },
      { src: at("/icon.svg"), sizes: "any", type: "image/svg+xml" },
    ],
  };
}
