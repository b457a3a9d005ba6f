import type { Session } from './session';

/** How software in use names itself in its greeting; the first pattern that fits counts. */
const PRODUCTS: readonly (readonly [name: string, banner: RegExp])[] = [
  ['Postfix', /\bpostfix\b/i],
  ['Exim', /\bexim\b/i],
  ['Sendmail', /\bsendmail\b/i],
  ['OpenSMTPD', /\bopensmtpd\b/i],
  ['Exchange', /\bmicrosoft (?:esmtp|exchange)\b/i],
  ['Google', /\bgsmtp\b/i],
  ['Haraka', /\bharaka\b/i],
  ['qmail', /\bqmail\b/i],
  ['Zimbra', /\bzimbra\b/i],
  ['MDaemon', /\bmdaemon\b/i],
  ['MailEnable', /\bmailenable\b/i],
  ['hMailServer', /\bhmailserver\b/i],
  ['Kerio', /\bkerio\b/i],
  ['Stalwart', /\bstalwart\b/i],
  ['Domino', /\blotus domino\b/i],
  ['Barracuda', /\bbarracuda\b/i],
];

/** The software that greets; null when it does not say. Nothing is guessed from the name of the host. */
export function productOf({ banner, exchange }: Pick<Session, 'banner' | 'exchange'>): string | null {
  const [, ...words] = (banner ?? '').split(' ');
  const spoken = words.join(' ').replaceAll(exchange, '');
  return PRODUCTS.find(([, pattern]) => pattern.test(spoken))?.[0] ?? null;
}
