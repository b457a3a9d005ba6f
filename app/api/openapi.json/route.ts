import { openApi } from '@/lib/server/http/openapi';

export function GET(): Response {
  return Response.json(openApi());
}
