import { Side } from "@/components/site/side";
import { ownerStrings } from "@/lib/site/strings";
import { PostButton } from "./post-button";
import { Text } from "./text";

const words = ownerStrings.leave;

/** The ways out: for a while, and for good, which takes a second step. */
export function LeaveSide({ canDisconnect }: { readonly canDisconnect: boolean }) {
  return (
    <div className="print:hidden">
      <Side label={words.label}>
        <PostButton to="sign-out" label={words.signOut} rank="small" />
        {canDisconnect && (
          <details className="mt-3">
            <summary className="min-h-11 w-fit cursor-pointer list-none content-center border border-ink px-5 font-sans text-[0.9375rem] font-semibold hover:bg-ink hover:text-paper forced-colors:border-[ButtonText] forced-colors:text-[ButtonText] [&::-webkit-details-marker]:hidden">
              {words.disconnect}
            </summary>
            <div className="mt-5 border-l-2 border-ink pl-5">
              <Text>{words.disconnectText}</Text>
              <div className="mt-4">
                <PostButton to="disconnect" label={words.disconnectButton} />
              </div>
            </div>
          </details>
        )}
      </Side>
    </div>
  );
}
