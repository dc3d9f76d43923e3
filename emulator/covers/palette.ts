/** Printed with few inks, as sleeves were: the paper, the type, and three colours. */
export interface Palette {
  readonly paper: string;
  readonly type: string;
  readonly first: string;
  readonly second: string;
  readonly third: string;
}

export const palettes = {
  linen: ["#efe3cb", "#1c1a17", "#1c1a17", "#e4572e", "#e4572e"],
  mustard: ["#e2a72e", "#231a12", "#231a12", "#b3321f", "#f6ead2"],
  fir: ["#17453b", "#f4e9cf", "#f4e9cf", "#e9c44b", "#e07a4a"],
  lagoon: ["#f0e6d2", "#123a5a", "#1d5f8a", "#79b5b0", "#e8875b"],
  midnight: ["#141a33", "#f2e3c2", "#e8a33d", "#d6552f", "#5d74b8"],
  garnet: ["#6e1423", "#f5dfb8", "#e6a93a", "#d9473a", "#3d0b18"],
  plum: ["#3b2047", "#f4d9c6", "#f2a284", "#c9577b", "#7b4a94"],
  tavern: ["#f3ead7", "#23211f", "#d1402c", "#1f7a74", "#e6b53c"],
  canary: ["#f0c92f", "#16130f", "#16130f", "#f7f0de", "#d8432b"],
  olive: ["#efd9cf", "#3f4420", "#6d7434", "#c2586b", "#2f3217"],
  slate: ["#e9e4d8", "#222b33", "#35586b", "#cf5b36", "#d9b66a"],
  tile: ["#f2e6cf", "#123f46", "#1f8a8c", "#c8562f", "#123f46"],
} as const satisfies Record<string, readonly [string, string, string, string, string]>;

export type PaletteName = keyof typeof palettes;

export function mixPalette(name: PaletteName): Palette {
  const [paper, type, first, second, third] = palettes[name];
  return { paper, type, first, second, third };
}
