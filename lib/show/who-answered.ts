import type { FindingCode } from '@/lib/findings/catalogue';
import type { Report } from '@/lib/report/report';
import { bannerName, ehloName } from '@/lib/smtp/ehlo-name';
import type { Session } from '@/lib/smtp/session';
import type { Tone } from './words';

/** One thing that a layer saw. */
export interface Fact {
  name: string;
  value: string;
  tone: Tone | null;
}

type AnswerEvidence = Pick<Report, 'reverse' | 'findings'>;

/** Whom we meant against the names that answered, and signs that somebody else did. */
export function whoAnswered(report: AnswerEvidence, session: Session): Fact[] {
  return [...namesFact(report, session), ...conclusions(report, session)];
}

/** The name that was meant against the names at each layer. A literal means no name. */
function namesFact({ reverse }: AnswerEvidence, session: Session): Fact[] {
  const meant = session.exchange.toLowerCase();
  if (meant.startsWith('[')) return [];
  const { names = [] } = reverse.find(({ address }) => address === session.address) ?? {};
  const certificate = session.tls?.certificate?.names;
  const seen: [string, readonly string[]][] = [
    ['greeting', listed(bannerName(session))],
    ['EHLO', listed(ehloName(session))],
    ['certificate', certificate ?? []],
    ['reverse name', names.map(({ name }) => name)],
  ];
  const told = seen.filter(([, all]) => all.length > 0);
  if (told.length === 0) return [];
  const others = told.filter(([, all]) => !all.some((name) => covers(name, meant)));
  const same = told.filter((one) => !others.includes(one)).map(([what]) => what);
  if (others.length === 0) return [{ name: 'compared', value: `${same.join(', ')}: as meant`, tone: 'good' }];
  const differ = others.map(([what, all]) => `${what} says ${all.slice(0, 3).join(', ')}`).join('; ');
  const rest = same.length === 0 ? '' : `; as meant: ${same.join(', ')}`;
  return [
    {
      name: 'compared',
      value: `not ${meant}: ${differ}${rest}. ${remark(others.map(([what]) => what))}`,
      tone: null,
    },
  ];
}

/** Only a certificate is asked for a certain name, and by enforcing senders only. */
function remark(others: readonly string[]): string {
  return others.includes('certificate')
    ? 'Senders that insist on TLS (MTA-STS, DANE) want the certificate to have the name that was meant.'
    : 'Servers often have names of their own; that is no fault by itself.';
}

function listed(name: string | null): string[] {
  return name === null ? [] : [name];
}

/** RFC 9525 §6.3: a wildcard stands for one whole label. */
function covers(name: string, host: string): boolean {
  const plain = name.toLowerCase().replace(/\.$/, '');
  return plain === host || (plain.startsWith('*.') && host.replace(/^[^.]+/, '*') === plain);
}

/** What is concluded about whoever answers in the place of this exchange, or of everybody. */
function conclusions({ findings }: AnswerEvidence, { exchange }: Session): Fact[] {
  return findings.flatMap(({ code, args, title }): Fact[] => {
    if (OWN_NETWORK.includes(code)) return [{ name: 'our own network', value: title, tone: 'wait' }];
    return code === OTHER_PRODUCT && args['exchange'] === exchange
      ? [{ name: 'other product', value: title, tone: 'wait' }]
      : [];
  });
}

const OTHER_PRODUCT: FindingCode = 'hosts.other-product';
const OWN_NETWORK: readonly string[] = [
  'vantage.intercepted',
  'vantage.port-rejected',
] satisfies FindingCode[];
