import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { grotesk, serif } from "@/components/site/fonts";
import { readSiteUrl } from "@/lib/server";
import { site } from "@/lib/site/site";
import "./globals.css";

const siteUrl = readSiteUrl();

export const metadata: Metadata = {
  ...(siteUrl && { metadataBase: siteUrl, alternates: { canonical: "./" } }),
  title: { default: site.title, template: `%s · ${site.title}` },
  description: site.description,
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f1e7" },
    { media: "(prefers-color-scheme: dark)", color: "#1d1b18" },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang={site.language} className={`${grotesk.variable} ${serif.variable}`}>
      <body>{children}</body>
    </html>
  );
}
