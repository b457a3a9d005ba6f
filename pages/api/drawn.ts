import type { NextApiRequest, NextApiResponse } from 'next';
import { sendDrawnPage, sendMissingPage, withProblemPages } from '@/lib/server/http/frozen-pages';
import { drawnPath } from '@/lib/server/http/frozen-paths';

/** Pages that change (`lib/server/http/frozen-paths.ts`), and what is none; the request has the address that was asked for. */
export default function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const path = drawnPath(request.url);
  return withProblemPages(request, response, () =>
    path === null ? sendMissingPage(request, response) : sendDrawnPage(path, request, response),
  );
}
