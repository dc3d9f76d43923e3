/** As the rest of the documents count: 1 kB is 1,024 bytes. */
const KILOBYTE = 1_024;

/** "3,421", or "0.93" with two decimals. @param decimals 0 to 20, always written out */
export function formatNumber(value: number, decimals = 0): string {
  const text = value.toLocaleString("en-GB", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // What rounds to nothing has no sign.
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}

/** "1.2 ms" below ten, "120 ms" from there on. @param value in ms */
export function formatMs(value: number): string {
  return `${formatNumber(value, value < 9.95 ? 1 : 0)} ms`;
}

/** "3.4 s". @param value in seconds */
export function formatSeconds(value: number): string {
  return `${formatNumber(value, 1)} s`;
}

/** "3,421 /s". @param value a count per second */
export function formatRate(value: number): string {
  return `${formatNumber(value)} /s`;
}

/** "0.93 ×". */
export function formatRatio(value: number): string {
  return `${formatNumber(value, 2)} ×`;
}

/** "317 B" below a kilobyte of 1,024 bytes, "9.7 kB" from there on, and "118 MB" from a megabyte on. */
export function formatBytes(bytes: number): string {
  const size = Math.abs(bytes);
  if (size < KILOBYTE) return `${formatNumber(bytes)} B`;
  if (size < KILOBYTE ** 2) return `${formatNumber(bytes / KILOBYTE, 1)} kB`;
  return `${formatNumber(bytes / KILOBYTE ** 2)} MB`;
}
