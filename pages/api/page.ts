import type { NextApiRequest, NextApiResponse } from 'next';
import { sendMissingPage, sendPage, withProblemPages } from '@/lib/server/http/frozen-pages';
import { frozenPath } from '@/lib/server/http/frozen-paths';

/** Pages without React (`lib/server/http/frozen-paths.ts`), and what is none; the request has the address that was asked for. */
export default function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const path = frozenPath(request.url);
  return withProblemPages(request, response, () =>
    path === null ? sendMissingPage(request, response) : sendPage(path, request, response),
  );
}
