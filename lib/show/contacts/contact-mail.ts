import { decisiveSession } from '@/lib/report/decisive-session';
import type { Verdict } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { showUtc } from '../moment';
import { clockAt } from '../proof/clock';
import { cutLine } from '../proof/cut';
import { queryLine } from '../proof/query-line';
import type { ProofAbout } from '../proof/proof-about';
import { wrapped } from '../proof/wrapped';
import { detailWords } from '../detail-words';
import { SESSION_WORD, STAGE_WORD } from '../words';

/** Octets of one line of the mail: it has to fit the address of a mail program, whole. */
const LINE_OCTETS = 220;

/** Answers of name servers that a mail quotes. */
const QUERIES = 3;

export interface ContactMail {
  subject: string;
  body: string;
}

/** A mail to the other side: what happened, the lines by which they find it in their log, and the link. */
export function contactMail(report: Report, { link, operator }: ProofAbout): ContactMail {
  const { verdict, target } = report;
  const recipient = cutLine(target.mailbox ?? target.domain, LINE_OCTETS);
  const paragraphs = [
    ['Hello,'],
    wrapped(
      `mail to ${recipient} ${verdict === null ? 'was tested' : MEETS[verdict.outcome]}. This is what we saw:`,
    ),
    wrapped(cutLine(verdict?.headline ?? 'The check has no verdict.', 2 * LINE_OCTETS)),
    logLines(report).map((line) => cutLine(line, LINE_OCTETS)),
    ['Could you look at what your log says of that time?'],
    ['The whole session and every DNS query, with a button to test again:', link],
    ['Regards', ...(operator === null ? [] : [operator])],
  ];
  return {
    subject: `Mail to ${cutLine(target.domainUnicode, LINE_OCTETS)} ${verdict === null ? 'was tested' : MEETS[verdict.outcome]}`,
    body: `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`,
  };
}

const MEETS: Readonly<Record<Verdict['outcome'], string>> = {
  accepted: 'is accepted, but not everything is in order',
  temporary: 'does not get through at the moment',
  permanent: 'is refused',
  'no-mail': 'is not possible',
  depends: 'is accepted for some senders and not for others',
  unknown: 'could not be tested to the end',
};

/** As a mail that is read as a file: its subject, and what it says (RFC 5322 §2.1). */
export function contactMailText(mail: ContactMail): string {
  return `Subject: ${mail.subject}\n\n${mail.body}`;
}

function logLines(report: Report): string[] {
  const session = decisiveSession(report) ?? report.sessions.find(({ outcome }) => outcome !== null) ?? null;
  const ours = [
    [
      'Our server',
      `${report.options.helo ?? report.vantage.helo}${session?.socket ? ` [${session.socket.localAddress}]` : ''}`,
    ],
    ['Our sender', report.options.sender ?? report.vantage.sender],
  ] as const;
  const facts =
    session === null || report.verdict?.stage === 'dns' ? dnsFacts(report) : sessionFacts(report, session);
  return [...facts, ...ours].map(([name, value]) => `${`${name}:`.padEnd(13)}${value}`);
}

type Facts = (readonly [name: string, value: string])[];

function sessionFacts(report: Report, session: Session): Facts {
  const { exchange, address, port, outcome, reply, stage, queueId } = session;
  const detail = detailWords(session);
  const line = session.stages.findLast((one) => one.stage === stage)?.line;
  const at = session.transcript.find(({ seq }) => seq === line)?.at ?? session.timings.totalMs ?? 0;
  const day = showUtc(report.startedAt).slice(0, 10);
  const where = stage === null ? '' : ` (${STAGE_WORD[stage]})`;
  const said =
    reply === null
      ? [
          outcome === null ? 'under way' : SESSION_WORD[outcome],
          ...(detail === null ? [] : [`(${detail})`]),
        ].join(' ')
      : [reply.code, ...reply.lines.slice(0, 1)].join(' ');
  return [
    ['When', `${day} ${clockAt(report, session.atMs + at)} UTC`],
    ['Your server', `${exchange} [${address}]:${port}`],
    [reply === null ? 'What we saw' : 'Your reply', `${said}${where}`],
    ...(queueId === null ? [] : ([['Queue id', queueId]] as Facts)),
  ];
}

function dnsFacts(report: Report): Facts {
  const proof = new Set(report.verdict?.evidence.flatMap((one) => (one.at === 'dns' ? [one.n] : [])));
  const steps = report.trace.steps.filter(({ n, outcome }) => proof.has(n) && outcome !== 'referral');
  return [
    ['When', `${showUtc(report.startedAt)} UTC`],
    ...steps.slice(0, QUERIES).map((step) => ['DNS', queryLine(report, step, { isSigned: true })] as const),
  ];
}
