import useSWR from "swr";

/** What an address of the site has answered. */
export interface Answer {
  readonly text: string;
  /** Of its body. */
  readonly bytes: number;
  /** Of its body as it travelled, where the browser tells. */
  readonly sentBytes: number | undefined;
  /** Its Content-Security-Policy. */
  readonly policy: string;
}

const ONCE = {
  revalidateIfStale: false,
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
};

/** Asks an address of the site, once for the page; nothing while there is none. */
export function useAnswer(address: string | undefined): {
  readonly answer: Answer | undefined;
  readonly hasFailed: boolean;
} {
  const { data, error } = useSWR<Answer, unknown>(address ?? null, fetchAnswer, ONCE);
  return { answer: data, hasFailed: error !== undefined };
}

async function fetchAnswer(address: string): Promise<Answer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const body = await response.arrayBuffer();
  return {
    text: new TextDecoder().decode(body),
    bytes: body.byteLength,
    sentBytes: readSentBytes(address),
    policy: response.headers.get("content-security-policy") ?? "",
  };
}

function readSentBytes(address: string): number | undefined {
  const entry = performance.getEntriesByName(address, "resource").at(-1);
  return entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : undefined;
}
