import { useEffect, useState } from "react";

/** The value as it was when it last held still for so long (ms): what is loaded with it is not loaded for nothing. */
export function useSettled<T>(value: T, holdMs = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), holdMs);
    return () => clearTimeout(timer);
  }, [value, holdMs]);
  return settled;
}
