import { addressesIn, hostOfAddress, isSameAddress } from '@/lib/mail/address';
import type { Mail } from '@/lib/mail/mail';
import { returnedHeader } from '@/lib/mail/returned';
import type { Signs } from '@/lib/mail/signs';
import { combine } from './combine';
import { noticeTexts, pageOf } from './page';
import { READERS } from './readers';
import { readUnlisted } from './readers/unlisted';
import type { Statements } from './statement';
import { withWholeReason } from './whole-reason';
import { writerIn } from './writer';

/** What a mail states about deliveries: what all readers find, and else what is left; null when it is no notice. */
export function findNotice(mail: Mail, signs: Signs): Statements | null {
  const page = pageOf(mail, signs);
  if (page === null) return null;
  const read = READERS.map((reader) => reader(page));
  const listed = combine(read);
  const isTold = listed !== null && listed.recipients.every(({ isOdd }) => !isOdd);
  const found = isTold ? listed : combine([...read, readUnlisted(page)]);
  const notice = found === null ? null : withDomains(found, mail);
  if (notice === null) return null;
  const format = writerIn(noticeTexts(mail)) ?? notice.format;
  return withoutSender(withWholeReason({ ...notice, format }, page.lines), mail);
}

/** A local part alone gets the domain that the returned message, or a field, has with it; without one, only a field may name it. */
function withDomains(notice: Statements, mail: Mail): Statements | null {
  const returned = returnedHeader(mail);
  const known = addressesIn(
    [
      mail.header.get('x-failed-recipients'),
      returned?.get('to'),
      returned?.get('cc'),
      mail.text.slice(0, 4_000),
    ]
      .filter((text) => typeof text === 'string')
      .join(' '),
  );
  const recipients = notice.recipients.flatMap((one) => {
    if (one.address.includes('@')) return [one];

    if (notice.format === 'AOL')
      return [{ ...one, address: `${one.address}@${writersDomain(mail)}`, isOdd: false }];
    const start = `${one.address.toLowerCase()}@`;
    const address = known.find((other) => other.toLowerCase().startsWith(start));
    if (address === undefined) return one.isOdd ? [one] : [];
    return [{ ...one, address, isOdd: false }];
  });
  return recipients.length === 0 ? null : { ...notice, recipients };
}

function writersDomain({ header }: Mail): string {
  return hostOfAddress(header.get('from') ?? '')?.toLowerCase() ?? '';
}

/** Whoever is told was not the one who could not be reached, unless nobody else is named. */
function withoutSender(notice: Statements, mail: Mail): Statements | null {
  const told = addressesIn(mail.header.get('to') ?? '');
  const others = notice.recipients.filter(({ address }) => !told.some((one) => isSameAddress(one, address)));
  const once = (others.length > 0 ? others : notice.recipients).filter(
    ({ address }, n, all) => all.findIndex((other) => isSameAddress(other.address, address)) === n,
  );
  return once.length === 0 ? null : { ...notice, recipients: once };
}
