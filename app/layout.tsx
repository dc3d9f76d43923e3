import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import {
  grotesk,
  groteskExtended,
  mono,
  serif,
  serifExtended,
  serifItalic,
} from "@/components/site/fonts";
import { PAPER, themeScript } from "@/components/site/theme";
import { readSiteUrl } from "@/lib/server";
import { at } from "@/lib/site/address";
import { site } from "@/lib/site/site";
import "./globals.css";

const siteUrl = readSiteUrl();

export const metadata: Metadata = {
  ...(siteUrl && { metadataBase: siteUrl, alternates: { canonical: "./" } }),
  title: { default: site.title, template: `%s · ${site.title}` },
  description: site.description,
  icons: {
    // Next would name it by itself, but not beside one that it is told of.
    icon: { url: at("/icon.svg"), type: "image/svg+xml", sizes: "any" },
    apple: at("/icons/180.png"),
  },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: PAPER.light },
    { media: "(prefers-color-scheme: dark)", color: PAPER.dark },
  ],
};

const type = [grotesk, groteskExtended, serif, serifItalic, serifExtended, mono]
  .map(({ variable }) => variable)
  .join(" ");

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // What the script writes there is not React's to mend.
    <html lang={site.language} className={type} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
