import { z } from 'zod';
import { reportDocument } from '@/lib/report/document';
import { EventDocument } from '@/lib/report/event';
import { ReportDocument } from '@/lib/report/report';
import { CheckPage } from '@/lib/report/summary';
import { ownLink } from '@/lib/own-link';
import { getReport } from '../../verbs/get-report';
import { ListChecks, listChecks } from '../../verbs/list-checks';
import { StartCheck, startCheck, StartedCheck } from '../../verbs/start-check';
import { stopCheck } from '../../verbs/stop-check';
import { streamEvents } from '../../verbs/stream-events';
import { defineRoute } from '../define-route';
import { jsonBody } from '../input';
import { named } from '../named';
import { events, json, NO_STORE, told } from '../output';
import { LINK } from './links';

const REPORT = named('Report', ReportDocument);

export const startCheckRoute = defineRoute({
  method: 'POST',
  path: '/api/checks',
  summary: 'Start a check',
  input: { body: jsonBody(named('StartCheck', StartCheck)) },
  output: json(named('StartedCheck', StartedCheck), {
    status: 202,
    description: 'Accepted; `Location` is the report',
    headers: NO_STORE,
    location: ({ id }) => ownLink(`/api/checks/${id}`),
  }),
  problems: [
    'target-invalid',
    'too-many-checks',
    'too-many-controls',
    'too-many-recipients',
    'too-many-messages',
    'database-unavailable',
  ],
  verb: startCheck,
});

export const listChecksRoute = defineRoute({
  method: 'GET',
  path: '/api/checks',
  summary: 'Checks, newest first',
  input: { query: ListChecks },
  output: json(named('CheckPage', CheckPage), { description: 'One page', headers: NO_STORE }),
  problems: ['request-invalid'],
  verb: listChecks,
});

export const getReportRoute = defineRoute({
  method: 'GET',
  path: '/api/checks/{id}',
  summary: 'The report, also while the check runs',
  input: LINK,
  output: told(reportDocument, json(REPORT, { description: 'The report', headers: NO_STORE })),
  problems: ['check-not-found', 'check-damaged', 'link-ended'],
  verb: getReport,
});

export const stopCheckRoute = defineRoute({
  method: 'POST',
  path: '/api/checks/{id}/stop',
  summary: 'Stop a check; what was seen stays',
  input: LINK,
  output: told(reportDocument, json(REPORT, { description: 'The report as it stands', headers: NO_STORE })),
  problems: ['check-not-found', 'check-damaged', 'link-ended'],
  verb: stopCheck,
});

/** Anything else than a number is no event, so that everything follows. */
const EventNumber = z
  .string()
  .meta({ type: 'integer' })
  .transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : 0))
  .optional();

export const streamEventsRoute = defineRoute({
  method: 'GET',
  path: '/api/checks/{id}/events',
  summary: 'Events of a check as they happen; the last one is `done`',
  description:
    'The digest of a report is the SHA-256 of the canonical JSON (RFC 8785) of the array of all events but ' +
    '`judged` and `done`.',
  input: {
    ...LINK,
    header: z.object({ 'Last-Event-ID': EventNumber }),
    query: z.object({ after: EventNumber }),
  },
  output: events(named('Event', EventDocument), '`id:` is the number of the event, `data:` is an Event'),
  problems: ['check-not-found', 'check-damaged', 'link-ended', 'too-many-streams', 'too-busy'],
  // The header outranks the query: a browser that comes back sends it, and has the query of its first try.
  verb: (caller, { id, after, 'Last-Event-ID': last }, services) =>
    streamEvents(caller, { id, after: last ?? after ?? 0 }, services),
});
