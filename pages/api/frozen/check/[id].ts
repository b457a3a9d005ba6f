import type { NextApiRequest, NextApiResponse } from 'next';
import { sendFrozenCheck } from '@/lib/server/http/frozen-check';

/** `/check/ID`. */
export default function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  return sendFrozenCheck(String(request.query['id']), request, response);
}
