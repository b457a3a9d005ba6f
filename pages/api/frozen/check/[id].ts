import type { NextApiRequest, NextApiResponse } from 'next';
import { sendFrozenCheck } from '@/lib/server/http/frozen-check';
import { withProblemPages } from '@/lib/server/http/frozen-pages';

/** `/check/ID`. */
export default function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const id = String(request.query['id']);
  return withProblemPages(request, response, () => sendFrozenCheck(id, request, response));
}
