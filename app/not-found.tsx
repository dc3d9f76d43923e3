import Link from "next/link";
import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { strings } from "@/lib/site/strings";
import SiteLayout from "./(site)/layout";

export const metadata = { title: strings.notFoundTitle };

export default function NotFound() {
  return (
    <SiteLayout>
      <Headline>{strings.notFoundTitle}</Headline>
      <Side label={strings.notFoundLabel}>
        <p className="max-w-[38rem] text-lg leading-[1.6] md:text-xl md:leading-[1.6]">
          {strings.notFoundText}{" "}
          <Link className="link" href="/">
            {strings.notFoundLink}
          </Link>
        </p>
      </Side>
    </SiteLayout>
  );
}
