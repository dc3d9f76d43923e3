import type { SignIn, SignedIn } from "@/lib/connection/sign-in";
import { isSignInError } from "@/lib/connection/sign-in-error";
import type { Page } from "./answer-page";
import { openCallbackServer } from "./callback-server";

interface Waiting {
  readonly signIn: SignIn;
  readonly scopes: readonly string[];
  /** 0 is any free one. */
  readonly port: number;
  /** Told where to send the browser. */
  readonly announce: (url: URL) => void;
  /** Whether this account may be connected without another question. */
  readonly isExpected: (signedIn: SignedIn) => boolean;
  readonly timeoutMs: number;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
}

const PAGES = {
  welcome: {
    status: 200,
    title: "Signed in",
    text: "Spotify has answered. The terminal says how it went, and what comes next.",
  },
  otherAccount: {
    status: 403,
    title: "Another account",
    text: "This is another Spotify account than the one that is connected. Look at the terminal before you go on.",
  },
  foreign: {
    status: 400,
    title: "Not this sign-in",
    text: "This answer belongs to another sign-in. Nothing was changed. The terminal goes on waiting: open the address it shows.",
  },
} as const satisfies Record<string, Page>;

/**
 * Sends the browser to Spotify and waits until it comes back. An answer to another sign-in changes
 * nothing, and the wait goes on.
 *
 * @throws {SignInError} {HeldBack} {Error} when it came to nothing, or nobody came in time
 */
export async function receiveSignIn(options: Waiting): Promise<SignedIn> {
  const { signIn, scopes, port, announce, isExpected, timeoutMs, signal } = options;
  const outcome = createOutcome<SignedIn>();
  let begun: Awaited<ReturnType<SignIn["begin"]>> | undefined;
  let finishing: Promise<Page> | undefined;

  async function finish(query: URLSearchParams): Promise<Page> {
    if (begun === undefined) return PAGES.foreign;
    try {
      const signedIn = await signIn.finish(query, begun.request);
      outcome.resolve(signedIn);
      return isExpected(signedIn) ? PAGES.welcome : PAGES.otherAccount;
    } catch (error) {
      const isForeign = isSignInError(error) && error.code === "foreign_answer";
      if (isForeign) {
        finishing = undefined;
        return PAGES.foreign;
      }
      outcome.reject(error);
      return describeRefusal(error);
    }
  }

  const callback = await openCallbackServer(port, async (query) => {
    if (query.get("state") !== begun?.request.state) return PAGES.foreign;
    // A page that is loaded twice gets the same answer twice: its code is good once.
    return (finishing ??= finish(query));
  });
  const timer = setTimeout(() => outcome.reject(new Error(describeLateness(timeoutMs))), timeoutMs);
  const interrupt = () => outcome.reject(signal.reason);
  signal.addEventListener("abort", interrupt);
  try {
    signal.throwIfAborted();
    begun = await signIn.begin({ redirectUri: callback.redirectUri, scopes });
    announce(begun.url);
    return await outcome.promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", interrupt);
    await callback.close();
  }
}

function describeRefusal(error: unknown): Page {
  const title = "Not connected";
  return isSignInError(error)
    ? { status: 403, title, text: error.message }
    : { status: 500, title, text: "Something else went wrong. The terminal says what." };
}

function describeLateness(timeoutMs: number): string {
  const minutes = Math.ceil(timeoutMs / 60_000);
  return `Nobody came back from Spotify within ${minutes} minutes. Nothing was written; start again.`;
}

function createOutcome<T>() {
  let settle: { resolve(value: T): void; reject(reason: unknown): void } | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever fails while nobody waits yet is heard when somebody does.
  promise.catch(() => undefined);
  return {
    promise,
    resolve: (value: T) => settle?.resolve(value),
    reject: (reason: unknown) => settle?.reject(reason),
  };
}
