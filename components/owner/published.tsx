import { creditOf } from "@/lib/now-playing/phrases";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying, PublishedItem } from "@/lib/now-playing/wire";
import { ownerStrings } from "@/lib/site/strings";
import { Phrase } from "@/components/site/phrase";
import { Lead, Text } from "./text";
import { When } from "./when";
import type { Clock } from "./when";

const words = ownerStrings.visitors;

interface PublishedProps {
  readonly published: NowPlaying;
  readonly clock: Clock;
}

/** A published state in words. What Spotify calls things is text, whatever is written in it. */
export function Published({ published, clock }: PublishedProps) {
  const state = words.states[published.state];
  return (
    <>
      {hasItem(published) ? (
        <>
          <p className="mb-1 font-sans text-[0.8125rem] text-muted">{state}</p>
          <Item item={published} />
        </>
      ) : (
        <Lead>{state}</Lead>
      )}
      <More published={published} clock={clock} />
    </>
  );
}

function Item({ item }: { readonly item: PublishedItem }) {
  const maker = creditOf(item);
  return (
    <>
      <Lead>
        <bdi>{item.title}</bdi>
      </Lead>
      <p className="mt-1 max-w-[38rem] font-sans text-[0.9375rem] wrap-anywhere">
        {maker !== undefined && <bdi>{maker}</bdi>}
        {item.url !== undefined && (
          <>
            {maker !== undefined && " · "}
            <a className="link whitespace-nowrap" href={item.url}>
              {words.spotify}
            </a>
          </>
        )}
      </p>
    </>
  );
}

/** How far what is told can be trusted. */
function More({ published, clock }: PublishedProps) {
  const when = (time: number) => ({ time: <When time={time} clock={clock} /> });
  if (published.state === "unavailable") {
    const { reason, retryAt } = published;
    return (
      <Text>
        {words.reasons[reason]}{" "}
        {retryAt !== undefined && <Phrase text={words.retryAt} values={when(retryAt)} />}
      </Text>
    );
  }
  const { asOf } = published;
  return (
    <>
      {published.state === "recent" && (
        <Text>
          <Phrase text={words.playedAt} values={when(published.playedAt)} />
        </Text>
      )}
      {published.stale && (
        <Text>
          {asOf === undefined ? (
            words.staleUnknown
          ) : (
            <Phrase text={words.stale} values={when(asOf)} />
          )}
        </Text>
      )}
    </>
  );
}
