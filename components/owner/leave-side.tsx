import { Side } from "@/components/site/side";
import { strings } from "@/lib/site/strings";
import { PostButton } from "./post-button";
import { Text } from "./text";

const words = strings.owner.leave;

/** The ways out: for a while, and for good, which takes a second step. */
export function LeaveSide({ canDisconnect }: { readonly canDisconnect: boolean }) {
  return (
    <Side label={words.label}>
      <PostButton to="sign-out" label={words.signOut} rank="small" />
      {canDisconnect && (
        <details className="mt-3 print:hidden">
          <summary className="min-h-11 w-fit cursor-pointer content-center font-sans text-[0.9375rem] font-semibold">
            {words.disconnect}
          </summary>
          <div className="mt-2 border-l-2 border-ink pl-5">
            <Text>{words.disconnectText}</Text>
            <div className="mt-4">
              <PostButton to="disconnect" label={words.disconnectButton} />
            </div>
          </div>
        </details>
      )}
    </Side>
  );
}
