/** A query as it stands in the address of the page of the search: `?q=etag`, or nothing. */
export function writeQuery(query: string): string {
  const q = query.trim();
  return q && `?${new URLSearchParams({ q })}`;
}
