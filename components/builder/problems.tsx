import { Phrase } from "@/components/site/phrase";
import type { Problem } from "./settings";
import { useWords } from "./words";

/** What stood in the address and was not understood, and what would be. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const words = useWords().options;
  return (
    <output>
      {problems.map(({ name, value, expected }) => (
        <span key={name} className="bd-problem">
          <Phrase
            text={words.problem}
            values={{ option: <code>{`${name}=${value}`}</code>, expected }}
          />
        </span>
      ))}
    </output>
  );
}
