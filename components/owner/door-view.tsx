import { Headline } from "@/components/site/headline";
import { Side } from "@/components/site/side";
import type { Door } from "@/lib/owner/view";
import { ownerStrings } from "@/lib/site/strings";
import { Buttons } from "./buttons";
import { MissingVariables } from "./missing-variables";
import { Notice } from "./notice";
import { Phrase } from "@/components/site/phrase";
import { RedirectUri } from "./redirect-uri";
import { SignInButtons } from "./sign-in-buttons";
import { Text } from "./text";
import type { Clock } from "./when";

const words = ownerStrings;

interface DoorViewProps {
  readonly door: Door;
  readonly clock: Clock;
}

/** The door: where the owner signs in, or is told what is missing for it. */
export function DoorView({ door, clock }: DoorViewProps) {
  const { missing, isInsecure, redirectUri, notice } = door;
  const isMissing = missing.length > 0;
  return (
    <>
      <Headline>{words.title}</Headline>
      {notice && <Notice notice={notice} clock={clock} />}
      {isMissing && <MissingVariables names={missing} />}
      {isInsecure && <Insecure />}
      {!isMissing && !isInsecure && <SignIn door={door} />}
      {!isInsecure && <RedirectUri uri={redirectUri} />}
    </>
  );
}

function SignIn({ door }: { readonly door: Door }) {
  const { claims, elsewhere } = door;
  return (
    <Side label={words.signIn.label}>
      <Text>{words.intro}</Text>
      <Text>
        <Phrase text={claims ? words.signIn.claims : words.signIn.text} />
      </Text>
      {elsewhere === undefined ? (
        <Buttons>
          <SignInButtons door={door} label={words.signIn.button} rank="first" />
        </Buttons>
      ) : (
        <Text>
          {words.signIn.elsewhere}{" "}
          <a className="link wrap-anywhere" href={elsewhere}>
            {elsewhere}
          </a>
        </Text>
      )}
    </Side>
  );
}

function Insecure() {
  return (
    <Side label={words.insecure.label}>
      <Text>
        <Phrase text={words.insecure.text} />
      </Text>
      <Text>
        <Phrase text={words.insecure.local} />
      </Text>
    </Side>
  );
}
