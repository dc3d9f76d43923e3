import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import { SiteLink } from "@/components/site/site-link";
import { strings } from "@/lib/site/strings";
import SiteLayout from "./(site)/layout";

export const metadata = { title: strings.notFoundTitle };

export default function NotFound() {
  return (
    <SiteLayout>
      <Headline>{strings.notFoundTitle}</Headline>
      <Side label={strings.notFoundLabel}>
        <p className="lead">
          <span>
            {strings.notFoundText}{" "}
            <SiteLink className="link" href="/">
              {strings.notFoundLink}
            </SiteLink>
          </span>
        </p>
      </Side>
    </SiteLayout>
  );
}
