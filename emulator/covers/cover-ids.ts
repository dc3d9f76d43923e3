import { makeHex } from "@/emulator/ids";

export type CoverKind = "album" | "show" | "person";

export const coverWidths = [640, 300, 64] as const;
export type CoverWidth = (typeof coverWidths)[number];

// Kind and size stand at the start of a real id, so one cover has three ids.
const prefixes = {
  album: { 640: "ab67616d0000b273", 300: "ab67616d00001e02", 64: "ab67616d00004851" },
  show: { 640: "ab6765630000ba8a", 300: "ab67656300005f1f", 64: "ab6765630000f68d" },
  person: { 640: "ab6775700000ee85", 300: "ab67757000003b82", 64: "ab67757000001a3c" },
} as const;

export function coverId(kind: CoverKind, seed: string, width: CoverWidth): string {
  return prefixes[kind][width] + makeHex(`cover ${kind} ${seed}`, 24);
}

/** The title and the credit that a sleeve carries. */
export interface Cover {
  readonly kind: CoverKind;
  readonly title: string;
  readonly credit: string;
  readonly year: number | undefined;
}
