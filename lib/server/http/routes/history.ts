import { historyCsv } from '@/lib/show/history-csv';
import { shown } from '@/lib/show/shown';
import type { Services } from '../../engine/services';
import type { Caller } from '../../verbs/caller';
import { DomainLink, wholeHistory } from '../../verbs/domain-history';
import { defineRoute } from '../define-route';
import type { InputOf } from '../input';
import { LINK_HEADERS } from '../link-headers';
import { file } from '../output';
import { HOST_HEADERS, publicLink } from '../public-link';

const HISTORY = { path: DomainLink, header: HOST_HEADERS };

async function csvOf(caller: Caller, { name, ...headers }: InputOf<typeof HISTORY>, services: Services) {
  const lines = shown(await wholeHistory(caller, { name }, services));
  return historyCsv(lines, (path) => publicLink(path, headers, services.settings.access.url));
}

export const historyCsvRoute = defineRoute({
  method: 'GET',
  path: '/domain/{name}/history.csv',
  summary: 'The history of a domain as a table',
  input: HISTORY,
  output: file({
    description: 'CSV (RFC 4180) in UTF-8, newest first',
    type: 'text/csv; charset=utf-8',
    headers: LINK_HEADERS,
    fileName: () => 'mxproof-history.csv',
    body: (csv: string) => csv,
  }),
  problems: ['request-invalid'],
  verb: Object.assign(csvOf, { right: 'list' as const }),
});
