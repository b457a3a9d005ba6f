import type { NextApiRequest, NextApiResponse } from 'next';
import { sendKeptPage, withProblemPages } from '@/lib/server/http/frozen-pages';

/** `/findings` and `/findings/CODE`: the same as long as this process runs. */
export default function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const code = [request.query['code'] ?? []].flat();
  const path = ['/findings', ...code.map(encodeURIComponent)].join('/');
  return withProblemPages(request, response, () => sendKeptPage({ path, state: '' }, request, response));
}
