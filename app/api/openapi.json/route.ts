import { openApi } from '@/lib/server/openapi';

export function GET(): Response {
  return Response.json(openApi());
}
