import { after } from "next/server";
import { finishSignIn } from "@/lib/server";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return finishSignIn(request, after);
}
