import Link from "next/link";
import { strings } from "@/lib/site/strings";
import SiteLayout from "./(site)/layout";

export const metadata = { title: strings.notFoundTitle };

export default function NotFound() {
  return (
    <SiteLayout>
      <div className="md:ml-(--label-width)">
        <h1 className="mb-6 font-sans text-4xl font-extrabold tracking-[-0.03em] md:text-6xl">
          {strings.notFoundTitle}
        </h1>
        <p className="max-w-[38rem] text-lg leading-[1.6]">
          {strings.notFoundText}{" "}
          <Link className="link" href="/">
            {strings.home}
          </Link>
        </p>
      </div>
    </SiteLayout>
  );
}
