import type { Report } from '@/lib/report/report';
import { bannerName, ehloName } from '@/lib/smtp/ehlo-name';
import { productOf } from '@/lib/smtp/product';
import type { Session } from '@/lib/smtp/session';
import type { Tone } from './words';

/** One thing that a layer saw. */
export interface Fact {
  name: string;
  value: string;
  tone: Tone | null;
}

type Known = Pick<Report, 'reverse' | 'sessions' | 'controlAddress'>;

/** Whom we meant against the names that answered, and signs that somebody else did. */
export function whoAnswered(report: Known, session: Session): Fact[] {
  return [...namesFact(report, session), ...otherProduct(report, session), ...intercepted(report)];
}

/** The name that was meant against the names at each layer. A literal means no name. */
function namesFact({ reverse }: Known, session: Session): Fact[] {
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

function otherProduct({ sessions }: Known, session: Session): Fact[] {
  const here = productOf(session);
  if (here === null) return [];
  const others = sessions.flatMap((other) => {
    const product = other.exchange === session.exchange ? productOf(other) : null;
    return product === null || product === here ? [] : [`${product} at ${other.address}`];
  });
  if (others.length === 0) return [];
  const value = `${here} here, ${[...new Set(others)].join(', ')}: another machine may answer in its place`;
  return [{ name: 'other product', value, tone: 'wait' }];
}

function intercepted({ controlAddress }: Known): Fact[] {
  if (controlAddress === null) return [];
  const { address, port, outcome, banner } = controlAddress;
  const where = `${address} port ${port}, where nothing can listen`;
  switch (outcome) {
    case 'answered':
      return [
        {
          name: 'our own network',
          value: `${where}, answered${banner ? ` "${banner}"` : ''}: what answers here may be in between as well`,
          tone: 'wait',
        },
      ];
    case 'refused':
      return [
        {
          name: 'our own network',
          value: `${where}, refused: a firewall near us speaks for others`,
          tone: 'wait',
        },
      ];
    case 'silent':
    case 'unreachable':
      return [];
  }
}
