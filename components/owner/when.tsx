/** How the owner reads times. */
export interface Clock {
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Epoch ms: a time of today goes without its date. */
  readonly now: number;
}

interface WhenProps {
  /** Epoch ms. */
  readonly time: number;
  readonly clock: Clock;
  /** Only the day counts. */
  readonly isDay?: boolean;
}

/** A moment on the owner's wall. */
export function When({ time, clock, isDay = false }: WhenProps) {
  return (
    <time className="whitespace-nowrap" dateTime={new Date(time).toISOString()}>
      {isDay ? formatDay(time, clock) : formatTime(time, clock)}
    </time>
  );
}

function formatDay(time: number, { language, timeZone }: Clock): string {
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: "long" }).format(time);
}

function formatTime(time: number, clock: Clock): string {
  const { language, timeZone, now } = clock;
  const isToday = formatDay(time, clock) === formatDay(now, clock);
  const format = isToday
    ? ({ timeStyle: "short" } as const)
    : ({ month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const);
  return new Intl.DateTimeFormat(language, { timeZone, ...format }).format(time);
}
