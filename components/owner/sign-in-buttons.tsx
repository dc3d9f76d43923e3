import type { Door, Notice } from "@/lib/owner/view";
import { ownerStrings } from "@/lib/site/strings";
import { PostButton } from "./post-button";

const words = ownerStrings.signIn;

/** After these the browser is still signed in to Spotify with an account that does not do. */
const OTHER_ACCOUNT: ReadonlySet<Notice> = new Set(["stranger", "forbidden", "access_denied"]);

interface SignInButtonsProps {
  readonly door: Door;
  readonly label: string;
  readonly rank: "first" | "plain";
}

/** To Spotify; with Spotify's own question who one is, where the last answer was the wrong account. */
export function SignInButtons({ door, label, rank }: SignInButtonsProps) {
  const { name } = door.notice ?? {};
  return (
    <>
      <PostButton to="sign-in" label={label} rank={rank} />
      {name !== undefined && OTHER_ACCOUNT.has(name) && (
        <PostButton to="sign-in?dialog=1" label={words.otherAccount} />
      )}
    </>
  );
}
