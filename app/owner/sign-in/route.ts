import { beginSignIn } from "@/lib/server";

export function POST(request: Request): Promise<Response> {
  return beginSignIn(request);
}
