import { z } from 'zod';
import type { Report } from '@/lib/report/report';
import { reportFile } from '@/lib/report/report-file';
import { contactMail, contactMailText } from '@/lib/show/contacts/contact-mail';
import { asMarkdown } from '@/lib/show/proof/as-markdown';
import { asText } from '@/lib/show/proof/as-text';
import type { Block } from '@/lib/show/proof/block';
import { previewOf } from '@/lib/show/preview';
import { fullProof } from '@/lib/show/proof/full-proof';
import type { ProofAbout } from '@/lib/show/proof/proof-about';
import { shortProof } from '@/lib/show/proof/short-proof';
import { shown } from '@/lib/show/shown';
import type { Services } from '../../engine/services';
import type { Caller } from '../../verbs/caller';
import { type CapturedSession, getCapture } from '../../verbs/get-capture';
import { getReport } from '../../verbs/get-report';
import { getReportFile, type ReportWithEvidence } from '../../verbs/get-report-file';
import { drawPreview } from '../draw-preview';
import { defineRoute } from '../define-route';
import type { InputOf } from '../input';
import { LINK_HEADERS } from '../link-headers';
import { file } from '../output';
import { HOST_HEADERS, publicLink } from '../public-link';
import { LINK } from './links';

/** A report, and how it is written down. */
interface Proof {
  report: Report;
  about: ProofAbout;
  isFull: boolean;
}

const PROOF = {
  ...LINK,
  query: z.object({ full: z.enum(['0', '1']).optional() }),
  header: HOST_HEADERS,
};

async function proofOf(
  caller: Caller,
  { id, full, ...headers }: InputOf<typeof PROOF>,
  services: Services,
): Promise<Proof> {
  const report = shown(await getReport(caller, { id }, services));
  const { url, operator } = services.settings.access;
  const link = publicLink(`/check/${report.id}`, headers, url);
  return { report, about: shown({ link, operator }), isFull: full === '1' };
}

function blocksOf({ report, about, isFull }: Proof): Block[] {
  return isFull ? fullProof(report, about) : shortProof(report, about);
}

export const reportTextRoute = defineRoute({
  method: 'GET',
  path: '/check/{id}/report.txt',
  summary: 'The proof as text, for a ticket; with `full=1` everything that was seen',
  input: PROOF,
  output: file({
    description: 'Text in UTF-8',
    type: 'text/plain; charset=utf-8',
    headers: LINK_HEADERS,
    body: (proof: Proof) => asText(blocksOf(proof)),
  }),
  problems: ['check-not-found', 'check-damaged', 'link-ended', 'request-invalid'],
  verb: proofOf,
});

export const reportMarkdownRoute = defineRoute({
  method: 'GET',
  path: '/check/{id}/report.md',
  summary: 'The same in Markdown',
  input: PROOF,
  output: file({
    description: 'Markdown (CommonMark) in UTF-8',
    type: 'text/markdown; charset=utf-8',
    headers: LINK_HEADERS,
    body: (proof: Proof) => asMarkdown(blocksOf(proof)),
  }),
  problems: ['check-not-found', 'check-damaged', 'link-ended', 'request-invalid'],
  verb: proofOf,
});

export const contactMailRoute = defineRoute({
  method: 'GET',
  path: '/check/{id}/mail.txt',
  summary: 'A mail to the other side about what was found: its subject, an empty line, and what it says',
  input: PROOF,
  output: file({
    description: 'Text in UTF-8',
    type: 'text/plain; charset=utf-8',
    headers: LINK_HEADERS,
    body: ({ report, about }: Proof) => contactMailText(contactMail(report, about)),
  }),
  problems: ['check-not-found', 'check-damaged', 'link-ended', 'request-invalid'],
  verb: proofOf,
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
  problems: ['check-not-found', 'check-damaged', 'link-ended'],
  verb: getReportFile,
});

export const previewRoute = defineRoute({
  method: 'GET',
  path: '/check/{id}/preview.png',
  summary: 'A check as a picture, for where its link is pasted; no local part is in it',
  input: LINK,
  output: file({
    description: 'PNG of 1200 by 630 pixels',
    type: 'image/png',
    headers: LINK_HEADERS,
    body: (picture: Uint8Array<ArrayBuffer>) => picture,
  }),
  problems: ['check-not-found', 'check-damaged', 'link-ended'],
  verb: async (caller: Caller, { id }: InputOf<typeof LINK>, services: Services) =>
    drawPreview(previewOf(shown(await getReport(caller, { id }, services)))),
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
  problems: ['check-not-found', 'check-damaged', 'link-ended', 'capture-not-found'],
  verb: getCapture,
});
