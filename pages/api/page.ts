import type { NextApiRequest, NextApiResponse } from 'next';
import { sendMissingPage, withProblemPages } from '@/lib/server/http/frozen-pages';

/** Answers where there is no page (`next.config.ts`); the request has the address that was asked for. */
export default function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  return withProblemPages(request, response, () => sendMissingPage(request, response));
}
