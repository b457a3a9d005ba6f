import type { Report } from '@/lib/report/report';
import type { Certificate, Session } from '@/lib/smtp/session';
import { turnsOf } from '@/lib/smtp/turns';
import { annotateTurn } from '../annotate';
import { keyWords } from '../certificate-words';
import { detailWords } from '../detail-words';
import { showUtc } from '../moment';
import { notesByLine } from '../notes-by-line';
import type { Block } from './block';
import { timedSession } from './timed-session';

/** All of a session: what it showed, its lines with their times, and what refusals in it mean. */
export function sessionBlocks(report: Report, session: Session, heading: string): Block[] {
  const meanings = [...notesByLine(report.notes, session.n)].map(([line, say]) => `Line ${line}: ${say}`);
  return [
    { heading, kind: 'quote', lines: timedSession(report, session) },
    { kind: 'items', items: [...sessionFacts(report, session), ...helloFacts(session), ...meanings] },
  ];
}

function sessionFacts({ startedAt }: Report, session: Session): string[] {
  const { tls, queueId, atMs } = session;
  const detail = detailWords(session);
  const certificate = tls?.certificate ?? null;
  const began = new Date(Date.parse(startedAt) + atMs);
  return [
    ...(Number.isNaN(began.getTime()) ? [] : [`Began: ${showUtc(began.toISOString())} UTC`]),
    ...(queueId === null ? [] : [`Queue id: ${queueId}`]),
    ...(detail === null ? [] : [`Detail: ${detail}`]),
    ...(tls === null
      ? []
      : [`TLS: ${[tls.state, tls.protocol, tls.cipher, tls.problem?.text].filter(Boolean).join(', ')}`]),
    ...(certificate === null ? [] : [certificateWords(certificate)]),
  ];
}

function certificateWords(certificate: Certificate): string {
  const { names, subject, issuer, validFrom, validTo, sha256 } = certificate;
  return (
    `Certificate: ${names.join(' ') || subject}; issuer ${issuer}; ` +
    `${showUtc(validFrom)} to ${showUtc(validTo)} UTC${strengthWords(certificate)}; SHA-256 ${sha256}`
  );
}

/** Its key and with what it is signed; nothing for evidence from before these were kept. */
function strengthWords(certificate: Certificate): string {
  const key = keyWords(certificate);
  const { signature } = certificate;
  return [key && `; key ${key}`, signature && `; signed with ${signature}`].filter(Boolean).join('');
}

/** What greeting and the last answer to EHLO show, in the words of the page. */
function helloFacts(session: Session): string[] {
  const turns = turnsOf(session.transcript).filter(({ who }) => who === 'server');
  const greeting = turns.find(({ stage }) => stage === 'greeting');
  const ehlo = turns.findLast(({ stage }) => stage === 'ehlo');
  const said = [greeting, ehlo].map((turn) => (turn === undefined ? '' : annotateTurn(turn, session)));
  return said.filter((note) => note !== '');
}
