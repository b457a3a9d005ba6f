import { z } from 'zod';
import type { Report } from '@/lib/report/report';
import { reportFile } from '@/lib/report/report-file';
import { reportText } from '@/lib/show/report-text';
import { shown } from '@/lib/show/shown';
import { type CapturedSession, getCapture } from '../../verbs/get-capture';
import { getReport } from '../../verbs/get-report';
import { getReportFile, type ReportWithEvidence } from '../../verbs/get-report-file';
import { defineRoute } from '../define-route';
import { LINK_HEADERS } from '../link-headers';
import { file } from '../output';
import { LINK } from './links';

export const reportTextRoute = defineRoute({
  method: 'GET',
  path: '/check/{id}/report.txt',
  summary: 'The whole proof as text, for a ticket',
  input: LINK,
  output: file({
    description: 'Text in UTF-8',
    type: 'text/plain; charset=utf-8',
    headers: LINK_HEADERS,
    body: (report: Report) => reportText(shown(report)),
  }),
  problems: ['check-not-found', 'check-damaged'],
  verb: getReport,
});

export const reportJsonRoute = defineRoute({
  method: 'GET',
  path: '/check/{id}/report.json',
  summary: 'The report as a file',
  input: LINK,
  output: file({
    description: 'The report, indented, and in `evidence` the events of which its digest is made',
    type: 'application/json; charset=utf-8',
    headers: LINK_HEADERS,
    body: ({ report, evidence }: ReportWithEvidence) => reportFile(report, evidence),
  }),
  problems: ['check-not-found', 'check-damaged'],
  verb: getReportFile,
});

export const captureRoute = defineRoute({
  method: 'GET',
  path: '/check/{id}/capture/{n}',
  summary: 'The packets of a session',
  input: { path: z.object({ id: z.string(), n: z.string() }) },
  output: file({
    description: 'A capture in pcap form',
    type: 'application/vnd.tcpdump.pcap',
    headers: LINK_HEADERS,
    fileName: ({ n }: CapturedSession) => `mxproof-session-${n}.pcap`,
    body: ({ pcap }: CapturedSession) => pcap,
  }),
  problems: ['check-not-found', 'check-damaged', 'capture-not-found'],
  verb: getCapture,
});
