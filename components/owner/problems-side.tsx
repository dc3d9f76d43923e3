import { Side } from "@/components/site/side";
import type { Console } from "@/lib/owner/view";
import { ownerStrings } from "@/lib/site/strings";
import { Phrase } from "@/components/site/phrase";

/** What is broken or will be, each with its remedy: heavy rules and bold words, not a colour. */
export function ProblemsSide({ problems }: Pick<Console, "problems">) {
  return (
    <Side label={ownerStrings.problems.label}>
      <ul className="max-w-[38rem]">
        {problems.map(({ code, message }) => (
          <li
            key={`${code} ${message}`}
            className="border-t-2 border-ink py-3 font-sans text-[1.0625rem] leading-snug font-semibold wrap-anywhere last:border-b-2"
          >
            <Phrase text={message} />
          </li>
        ))}
      </ul>
    </Side>
  );
}
