import { Side } from "@/components/site/side";
import { ownerStrings } from "@/lib/site/strings";
import { Phrase } from "@/components/site/phrase";
import { Text } from "./text";

const words = ownerStrings.redirect;

/** What Spotify's dashboard has to list, to the letter. */
export function RedirectUri({ uri }: { readonly uri: string }) {
  return (
    <Side label={words.label}>
      <Text>
        <Phrase text={words.text} />
      </Text>
      <p className="mt-4 max-w-[38rem] border-y border-hairline py-3">
        <code className="font-mono text-[0.9375rem] wrap-anywhere select-all">{uri}</code>
      </p>
      <Text>
        <Phrase text={words.note} />
      </Text>
      <Text>
        <a className="link" href={words.dashboardUrl}>
          {words.dashboard}
        </a>
      </Text>
    </Side>
  );
}
