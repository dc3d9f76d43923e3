import { headers } from "next/headers";
import { after } from "next/server";
import { OwnerView } from "@/components/owner/owner-view";
import { readOwnerPage } from "@/lib/server";
import { site } from "@/lib/site/site";

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function OwnerPage({ searchParams }: PageProps) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    if (typeof value === "string") query.set(name, value);
  }
  const page = await readOwnerPage(await headers(), query, after);
  return (
    <>
      {/* Browsers apply form-action to the redirect that follows a form, here to Spotify, whose host is
          known only when the server runs. */}
      <meta
        httpEquiv="Content-Security-Policy"
        content={`form-action 'self' ${page.door.accountsUrl}`}
      />
      <OwnerView page={page} timeZone={site.timeZone} language={site.language} />
    </>
  );
}
