import { addressOf } from "@/lib/embeds/addresses";
import { fill } from "@/lib/site/fill";
import { useAnswer } from "./use-answer";
import { useWords } from "./words";

/** What the site answers to shields.io: the badge's words, not its drawing. */
export function BadgeAnswer({ home }: { readonly home: string }) {
  const words = useWords().preview;
  const { answer, hasFailed } = useAnswer(addressOf(home, "/api/now-playing/badge"));
  if (hasFailed) return <p className="bd-badge">{words.failed}</p>;
  return <p className="bd-badge">{answer && fill(words.badge, readBadge(answer.text))}</p>;
}

function readBadge(text: string): { label: string; message: string } {
  const { label, message }: { label?: unknown; message?: unknown } = JSON.parse(text);
  return { label: String(label), message: String(message) };
}
