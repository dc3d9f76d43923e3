import type { OwnerPage } from "@/lib/owner/view";
import { ConsoleView } from "./console-view";
import { DoorView } from "./door-view";

interface OwnerViewProps {
  readonly page: OwnerPage;
  /** IANA name of the owner's time zone. */
  readonly timeZone: string;
  /** BCP 47 tag of the site's language. */
  readonly language: string;
}

/** The owner's page: the door for everybody, the console for the owner. Plain forms, no script. */
export function OwnerView({ page, timeZone, language }: OwnerViewProps) {
  const { door, console } = page;
  const clock = { timeZone, language, now: door.now };
  return console === undefined ? (
    <DoorView door={door} clock={clock} />
  ) : (
    <ConsoleView door={door} console={console} clock={clock} />
  );
}
