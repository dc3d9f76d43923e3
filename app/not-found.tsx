import Link from "next/link";
import { NowPlayingFooter } from "@/components/now-playing/footer";
import { Shell } from "@/components/site/shell";
import { site } from "@/lib/site/site";
import { strings } from "@/lib/site/strings";

export const metadata = { title: strings.notFoundTitle };

export default function NotFound() {
  return (
    <Shell name={site.name} footer={<NowPlayingFooter line={`${site.name}. ${site.role}.`} />}>
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
    </Shell>
  );
}
