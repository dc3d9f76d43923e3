declare module "subset-font" {
  interface Axis {
    readonly min: number;
    readonly max: number;
    readonly default?: number;
  }

  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: "woff2";
      /** A number pins an axis. */
      readonly variationAxes?: Readonly<Record<string, Axis | number>>;
    },
  ): Promise<Buffer>;
}
