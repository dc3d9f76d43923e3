import { fill } from "@/lib/site/fill";
import { ownerStrings } from "@/lib/site/strings";
import { When } from "./when";
import type { Clock } from "./when";

const words = ownerStrings.connection;
const DAY_MS = 24 * 60 * 60_000;

/** Days before the end at which the owner is warned. */
const MARKS = [30, 7, 1] as const;

interface SixMonthsProps {
  /** Epoch ms, all three. */
  readonly connectedAt: number;
  readonly endsAt: number;
  readonly now: number;
  readonly clock: Clock;
}

/** The life of a sign-in as a ruler: what is spent is heavy, what is left is a hairline. */
export function SixMonths({ connectedAt, endsAt, now, clock }: SixMonthsProps) {
  const all = Math.max(1, Math.round((endsAt - connectedAt) / DAY_MS));
  const spent = Math.min(all, Math.max(0, Math.floor((now - connectedAt) / DAY_MS)));
  const isOver = now >= endsAt;
  return (
    <figure>
      <figcaption className="sr-only">
        {fill(words.ruler, { spent: String(spent), all: String(all) })}
      </figcaption>
      <dl className="flex justify-between gap-4 font-sans text-[0.9375rem]">
        <div>
          <dt className="text-muted">{words.since}</dt>
          <dd className="font-semibold">
            <When time={connectedAt} clock={clock} isDay />
          </dd>
        </div>
        <div className="text-right">
          <dt className="text-muted">{isOver ? words.ended : words.ends}</dt>
          <dd className="font-semibold">
            <When time={endsAt} clock={clock} isDay />
          </dd>
        </div>
      </dl>
      <Ruler all={all} spent={spent} />
    </figure>
  );
}

function Ruler({ all, spent }: { readonly all: number; readonly spent: number }) {
  const place = (days: number) => `${(100 * days) / all}%`;
  return (
    <svg aria-hidden="true" className="mt-2 block h-11 w-full overflow-visible">
      <rect
        y="10.5"
        width="100%"
        height="1"
        className="fill-current opacity-40 forced-colors:opacity-100"
      />
      <rect y="8" width={place(spent)} height="6" className="fill-current" />
      {MARKS.map((days, index) => (
        <g key={days}>
          <rect x={place(all - days)} y="1" width="1" height="20" className="fill-current" />
          <text
            x={place(all - days)}
            y="37"
            dx={index === 0 ? 1 : 0}
            textAnchor={index === 0 ? "end" : "middle"}
            className="fill-current font-sans text-[0.75rem] text-muted tabular-nums forced-colors:text-[CanvasText]"
          >
            {index === 0 ? fill(words.mark, { n: String(days) }) : days}
          </text>
        </g>
      ))}
    </svg>
  );
}
