import { useEffect } from "react";
import { lookAtClock, useClock } from "@/components/now-playing/use-clock";

/** Epoch ms by our clock, looked at every minute, and whenever the rest of the page looks. */
export function useMinutes(): number {
  const now = useClock();
  useEffect(() => {
    const timer = setInterval(lookAtClock, 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
