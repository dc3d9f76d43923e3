import { at } from "@/lib/site/address";
import { nowPlayingStrings } from "@/lib/site/strings";

interface CardLinkProps {
  readonly className?: string;
}

/** The music as a picture that leads to it: what stands in where no script runs. */
export function CardLink({ className }: CardLinkProps) {
  return (
    <a className={className} href={at("/go")}>
      {/* A picture that changes with the music is nothing for the image optimiser. */}
      {/* oxlint-disable-next-line nextjs/no-img-element */}
      <img src={at("/now-playing.svg")} alt={nowPlayingStrings.cardAlt} width="400" height="80" />
    </a>
  );
}
