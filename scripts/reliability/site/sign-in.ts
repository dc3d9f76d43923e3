/**
 * Signs the owner in at the site's console, as a browser would: presses the button, agrees at Spotify,
 * comes back. Answers the `Cookie` of the session.
 *
 * @param site its public address
 * @throws where one of the three does not lead on
 */
export async function signIn(site: string): Promise<string> {
  const { origin } = new URL(site);
  const pressed = await fetch(`${site}/owner/sign-in`, {
    method: "POST",
    headers: { origin },
    redirect: "manual",
  });
  const consent = new URL(locationOf(pressed));
  const body = new URLSearchParams(consent.searchParams);
  body.set("decision", "agree");
  const options = { method: "POST", body, redirect: "manual" } as const;
  const agreed = await fetch(`${consent.origin}/authorize/decide`, options);
  const back = { headers: { cookie: cookiesOf(pressed) }, redirect: "manual" } as const;
  const returned = await fetch(locationOf(agreed), back);
  locationOf(returned);
  return cookiesOf(returned);
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
}

function locationOf(response: Response): string {
  const location = response.headers.get("location");
  if (location === null) throw new Error(`${response.url} answered ${response.status}.`);
  return location;
}
