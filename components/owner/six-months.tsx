import { fill, strings } from "@/lib/site/strings";

const DAY_MS = 24 * 60 * 60_000;

/** Days before the end at which the owner is warned. */
const MARKS = [30, 7, 1] as const;

interface SixMonthsProps {
  /** Epoch ms, all three. */
  readonly connectedAt: number;
  readonly endsAt: number;
  readonly now: number;
}

/** The life of a sign-in as a ruler: what is spent is heavy, what is left is a hairline. */
export function SixMonths({ connectedAt, endsAt, now }: SixMonthsProps) {
  const all = Math.max(1, Math.round((endsAt - connectedAt) / DAY_MS));
  const spent = Math.min(all, Math.max(0, Math.floor((now - connectedAt) / DAY_MS)));
  const place = (days: number) => `${(100 * days) / all}%`;
  const label = fill(strings.owner.connection.ruler, { spent: String(spent), all: String(all) });
  return (
    <figure className="mt-6 max-w-[38rem]">
      <figcaption className="sr-only">{label}</figcaption>
      <svg aria-hidden="true" className="block h-12 w-full overflow-visible">
        <rect
          y="27.5"
          width="100%"
          height="1"
          className="fill-current opacity-40 forced-colors:opacity-100"
        />
        <rect y="25" width={place(spent)} height="6" className="fill-current" />
        {MARKS.map((days) => (
          <g key={days}>
            <rect x={place(all - days)} y="18" width="1" height="20" className="fill-current" />
            <text
              x={place(all - days)}
              y="12"
              textAnchor="middle"
              className="fill-current font-sans text-[0.75rem] text-muted tabular-nums"
            >
              {days}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
