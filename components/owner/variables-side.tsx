import { Side } from "@/components/site/side";
import { ownerStrings } from "@/lib/site/strings";
import { Buttons } from "./buttons";
import { Phrase } from "@/components/site/phrase";
import { PostButton } from "./post-button";
import { Lead, Text } from "./text";

const words = ownerStrings.variables;

/** A sign-in that nothing here can keep, to be taken along once. */
export function VariablesSide() {
  return (
    <Side label={words.label}>
      <Lead>{words.title}</Lead>
      <Text>
        <Phrase text={words.text} />
      </Text>
      <Text>
        <Phrase text={words.better} />
      </Text>
      <Buttons>
        <PostButton to="variables" label={words.button} rank="first" />
      </Buttons>
    </Side>
  );
}
