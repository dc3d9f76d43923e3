import type { Door, Notice as NoticeName } from "@/lib/owner/view";
import { ownerStrings } from "@/lib/site/strings";
import { Phrase } from "@/components/site/phrase";
import { Sticker } from "./sticker";
import { Lead, Text } from "./text";
import { When } from "./when";
import type { Clock } from "./when";

/** Every reason has words: the compiler counts them. */
const NOTICES: Readonly<Record<NoticeName, { readonly title: string; readonly text: string }>> =
  ownerStrings.notices;

interface NoticeProps {
  readonly notice: NonNullable<Door["notice"]>;
  readonly clock: Clock;
}

/** Why the owner was told no, and what to do. */
export function Notice({ notice, clock }: NoticeProps) {
  const { title, text } = NOTICES[notice.name];
  const { retryAt } = notice;
  return (
    <div role="alert">
      <Sticker>
        <Lead>
          <Phrase text={title} />
        </Lead>
        <Text>
          <Phrase text={text} />{" "}
          {retryAt !== undefined && (
            <Phrase
              text={ownerStrings.retryAt}
              values={{ time: <When time={retryAt} clock={clock} /> }}
            />
          )}
        </Text>
      </Sticker>
    </div>
  );
}
