import { obeyOwner } from "@/lib/server";

interface Context {
  readonly params: Promise<{ readonly order: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return obeyOwner(request, (await params).order);
}
