import type { Order } from "@/lib/owner/view";
import { at } from "@/lib/site/address";

interface PostButtonProps {
  /** What is done: a path below `/owner/`. */
  readonly to: Order | "sign-in" | "sign-in?dialog=1";
  readonly label: string;
  /** The one thing to do now is set in reverse; what is rarely done is a line of words. */
  readonly rank?: "first" | "plain" | "small";
}

const SHAPES = {
  first: "border-2 border-ink bg-ink px-5 text-paper hover:bg-paper hover:text-ink",
  plain: "border border-ink px-5 hover:bg-ink hover:text-paper",
  small: "link",
} as const;

/** One button, one POST: it works without JavaScript, and says in the address what it does. */
export function PostButton({ to, label, rank = "plain" }: PostButtonProps) {
  return (
    <form action={at(`/owner/${to}`)} method="post" className="print:hidden">
      <button
        type="submit"
        data-rank={rank}
        className={`min-h-11 cursor-pointer py-2 text-left font-sans text-[0.9375rem] leading-tight font-semibold ${SHAPES[rank]}`}
      >
        {label}
      </button>
    </form>
  );
}
