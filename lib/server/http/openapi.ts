import { z } from 'zod';
import { EventDocument } from '@/lib/report/event';
import { ReportDocument } from '@/lib/report/report';
import { Retest } from '@/lib/report/retest';
import { CheckPage } from '@/lib/report/summary';
import { Meaning } from '@/lib/meaning/schema';
import { ReportMailView } from '@/lib/report-mail/report-mail';
import { Explain } from '../verbs/explain';
import { Health } from '../verbs/health';
import { ProblemDocument } from './problem-response';
import { TakenReportMail, TakenReportMails } from '../report-mails';
import { SOFTWARE_VERSION } from '../config/software-version';
import { StartCheck, StartedCheck } from '../verbs/start-check';

const DIALECT = { target: 'draft-2020-12' } as const;

function schema(of: z.ZodType, io: 'input' | 'output' = 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(of, { ...DIALECT, io });
  return rest;
}

function json(name: string) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

const PROBLEM = {
  description: 'What is wrong, as RFC 9457 problem document with a stable `code`',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const LATER = { ...PROBLEM, headers: { 'Retry-After': { schema: { type: 'integer' } } } };
const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** What a mail is, is read from the mail: both calls take either. */
function handOver(what: string) {
  return {
    summary: `Hand over ${what}; an mbox holds many`,
    requestBody: {
      required: true,
      content: { 'message/rfc822': {}, 'application/mbox': {}, 'text/plain': {} },
    },
    responses: {
      202: {
        description: 'Kept; `Location` is what was read out of it. Of an mbox, one line for each message',
        headers: { Location: { schema: { type: 'string' } } },
        content: {
          'application/json': {
            schema: {
              oneOf: [
                { $ref: '#/components/schemas/TakenReportMail' },
                { $ref: '#/components/schemas/TakenReportMails' },
              ],
            },
          },
        },
      },
      400: PROBLEM,
      413: PROBLEM,
      429: LATER,
    },
  };
}

const readMail = {
  summary: 'What it states, and what we conclude',
  parameters: [ID],
  responses: { 200: { description: 'The reading', content: json('ReportMail') }, 404: PROBLEM },
};

/** The HTTP API as OpenAPI 3.1, made from the schemas that validate. */
export function openApi(): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'mxproof',
      version: SOFTWARE_VERSION,
      description: 'Why mail does not arrive, with proof. Who knows the id of a check may read it.',
    },
    paths: {
      '/api/checks': {
        post: {
          summary: 'Start a check',
          requestBody: { required: true, content: json('StartCheck') },
          responses: {
            202: {
              description: 'Accepted; `Location` is the report',
              headers: { Location: { schema: { type: 'string' } } },
              content: json('StartedCheck'),
            },
            400: PROBLEM,
            429: LATER,
          },
        },
        get: {
          summary: 'Checks, newest first',
          parameters: [
            { name: 'domain', in: 'query', schema: { type: 'string' } },
            { name: 'cursor', in: 'query', schema: { type: 'string' } },
            {
              name: 'limit',
              in: 'query',
              schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
            },
          ],
          responses: { 200: { description: 'One page', content: json('CheckPage') }, 400: PROBLEM },
        },
      },
      '/api/checks/{id}': {
        get: {
          summary: 'The report, also while the check runs',
          parameters: [ID],
          responses: { 200: { description: 'The report', content: json('Report') }, 404: PROBLEM },
        },
      },
      '/api/checks/{id}/events': {
        get: {
          summary: 'Events of a check as they happen; the last one is `done`',
          description:
            'The digest of a report is the SHA-256 of the canonical JSON (RFC 8785) of the array of all events but ' +
            '`judged` and `done`.',
          parameters: [
            ID,
            { name: 'Last-Event-ID', in: 'header', schema: { type: 'integer' } },
            { name: 'after', in: 'query', schema: { type: 'integer' } },
          ],
          responses: {
            200: {
              description: '`id:` is the number of the event, `data:` is an Event',
              content: { 'text/event-stream': { schema: { $ref: '#/components/schemas/Event' } } },
            },
            404: PROBLEM,
          },
        },
      },
      '/api/checks/{id}/stop': {
        post: {
          summary: 'Stop a check; what was seen stays',
          parameters: [ID],
          responses: {
            200: { description: 'The report as it stands', content: json('Report') },
            404: PROBLEM,
          },
        },
      },
      '/api/checks/{id}/retest': {
        get: {
          summary: 'How a check is repeated by itself; null when it is not',
          parameters: [ID],
          responses: {
            200: { description: 'Its tries and its plan', content: json('Retest') },
            404: PROBLEM,
          },
        },
        post: {
          summary: 'Repeat a check with a temporary result by itself; a message is not sent again',
          parameters: [ID],
          responses: { 202: { description: 'Planned', content: json('Retest') }, 404: PROBLEM, 409: PROBLEM },
        },
      },
      '/api/checks/{id}/retest/stop': {
        post: {
          summary: 'Take back what is planned; what was seen stays',
          parameters: [ID],
          responses: { 200: { description: 'As it stands', content: json('Retest') }, 404: PROBLEM },
        },
      },
      '/api/bounces': { post: handOver('a bounce, or any notice about a delivery') },
      '/api/bounces/{id}': { get: readMail },
      '/api/bounces/{id}/message': {
        get: {
          summary: 'The message as it came; not by the id of the view without local parts',
          parameters: [ID],
          responses: { 200: { description: 'Octets', content: { 'message/rfc822': {} } }, 404: PROBLEM },
        },
      },
      '/api/bounces/{id}/read': {
        post: {
          summary: 'Read a mail again, with more time, that could not be read in time (kind `unread`)',
          parameters: [ID],
          responses: {
            200: { description: 'The reading', content: json('ReportMail') },
            404: PROBLEM,
            429: LATER,
          },
        },
      },
      '/api/feedback': { post: handOver('a feedback report (RFC 5965) or an older complaint') },
      '/api/feedback/{id}': { get: readMail },
      '/api/explain': {
        post: {
          summary: 'What a reply means',
          requestBody: { required: true, content: json('Explain') },
          responses: { 200: { description: 'Its meaning', content: json('Meaning') }, 400: PROBLEM },
        },
      },
      '/api/health': {
        get: { summary: 'Is it up', responses: { 200: { description: 'It is', content: json('Health') } } },
      },
      '/api/openapi.json': {
        get: { summary: 'This document', responses: { 200: { description: 'OpenAPI 3.1' } } },
      },
    },
    components: {
      schemas: {
        StartCheck: schema(StartCheck, 'input'),
        StartedCheck: schema(StartedCheck),
        Explain: schema(Explain, 'input'),
        Meaning: schema(Meaning),
        Report: schema(ReportDocument),
        Retest: schema(Retest.nullable()),
        CheckPage: schema(CheckPage),
        TakenReportMail: schema(TakenReportMail),
        TakenReportMails: schema(TakenReportMails),
        ReportMail: schema(ReportMailView),
        Event: schema(EventDocument),
        Health: schema(Health),
        Problem: schema(ProblemDocument),
      },
    },
  };
}
