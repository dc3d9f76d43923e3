import type { EnvironmentProblem } from "@/lib/environment";
import type { Allowance } from "@/lib/limits/budget";
import type { SpotifyErrorCode } from "@/lib/spotify/errors";
import type { Store } from "@/lib/store/store";
import type { RedirectUris } from "@/scripts/redirect-uris";

/** What was seen, before it is judged. None of it is secret. */
export interface Facts {
  /** Epoch ms. */
  readonly now: number;
  /** `process.version` */
  readonly nodeVersion: string;
  readonly environment: EnvironmentFacts;
  readonly redirectUris: RedirectUris;
  /** Undefined: not looked at, as with the rest. */
  readonly store: StoreFacts | undefined;
  readonly hosts: readonly HostFacts[] | undefined;
  readonly token: TokenFacts | undefined;
  readonly api: ApiFacts | undefined;
  readonly budget: Allowance | undefined;
}

export interface EnvironmentFacts {
  readonly fileName: string;
  /** Rights of the file; undefined where there is none, or its system has none. */
  readonly fileMode: number | undefined;
  readonly problems: readonly EnvironmentProblem[];
  readonly hasSessionSecret: boolean;
  readonly ownerId: string | undefined;
}

export interface StoreFacts extends Pick<Store, "kind" | "durable" | "shared"> {
  readonly place: string;
  /** Why it cannot be used; undefined when a key was written, read back and deleted. */
  readonly trouble: string | undefined;
  /** What the store said meanwhile. */
  readonly warnings: readonly string[];
}

export type HostTrouble = "not_found" | "refused" | "tls" | "timeout" | "unreachable";

export interface HostFacts {
  readonly host: string;
  readonly trouble: HostTrouble | undefined;
  /** The system's name for it, such as ENOTFOUND. */
  readonly errno: string | undefined;
  /** This machine's clock minus the host's, in ms. */
  readonly skewMs: number | undefined;
}

export type TokenOutcome =
  | { readonly type: "granted" }
  | {
      readonly type: "not_connected" | "disconnected";
      readonly client: "known" | "refused" | "unknown";
    }
  | {
      readonly type: "invalid_client" | "invalid_grant";
      /** Epoch ms of the next try, where Spotify was not asked again because it has refused before. */
      readonly probeAt: number | undefined;
    }
  | { readonly type: "rate_limited"; readonly until: number | undefined }
  | { readonly type: "failing"; readonly message: string };

export interface TokenFacts {
  readonly outcome: TokenOutcome;
  /** Epoch ms of the sign-in. */
  readonly authorizedAt: number | undefined;
  readonly scopes: readonly string[] | undefined;
  /** What became of a refresh token that the store could not keep. */
  readonly unkept: "written" | "lost" | undefined;
  /** The store holds a connection that SESSION_SECRET does not open. */
  readonly isSealedOtherwise: boolean;
}

export interface ApiFacts {
  readonly profile: { readonly id: string; readonly name: string } | undefined;
  /** What plays, in a line. */
  readonly playing: string | undefined;
  readonly trouble: ApiTrouble | undefined;
}

export type ApiTrouble =
  | {
      readonly type: "held_back";
      readonly by: "rate" | "quota" | "budget";
      /** Epoch ms. */
      readonly until: number;
    }
  | {
      readonly type: "failed";
      readonly code: SpotifyErrorCode;
      readonly message: string;
      /** Epoch ms from which it may be asked again. */
      readonly until: number | undefined;
    };
