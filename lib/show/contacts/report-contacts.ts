import type { PoliciesView } from '@/lib/policy/view';
import type { Report } from '@/lib/report/report';
import { namedMailbox, type NamedMailbox } from '@/lib/target/named-mailbox';
import type { Contact } from './contact';
import { isAt } from './is-at';

/** Mailboxes that the domain names for reports about its mail: the first of each kind that is its own, or takes such reports. */
export function reportContacts({
  policies,
  target: { domain },
}: Pick<Report, 'policies' | 'target'>): Contact[] {
  if (policies === null) return [];
  const { tlsRpt, dmarc } = policies;
  const said = 'usually read by programs; not tried';
  const contacts: (Contact | null)[] = [
    contactOf('tls-reports', tlsRpt.rua, dmarc, {
      says: `named in the TLS-RPT record of ${domain} for reports about TLS (RFC 8460 §3), ${said}`,
      briefly: 'TLS-RPT record, read by programs',
    }),
    contactOf('dmarc-reports', dmarc.rua, dmarc, {
      says: `named in the DMARC record of ${dmarc.from ?? domain} for reports (RFC 9990), ${said}`,
      briefly: 'DMARC record, read by programs',
    }),
  ];
  return contacts.filter((contact) => contact !== null);
}

function contactOf(
  role: Contact['role'],
  uris: readonly string[],
  dmarc: PoliciesView['dmarc'],
  words: Pick<Contact, 'says' | 'briefly'>,
): Contact | null {
  const named = uris.map(namedMailbox).find((one) => one !== null && isWrittenTo(one, dmarc));
  return named ? { role, address: named.mailbox, ...words } : null;
}

/**
 * RFC 9990 §4: one of the same organisation, which was not asked for its permission, or of another one that permits it. Where local
 * parts are hidden, there is nobody to write to.
 */
function isWrittenTo(
  { mailbox, domain }: NamedMailbox,
  { organizational, permissions }: Pick<PoliciesView['dmarc'], 'organizational' | 'permissions'>,
): boolean {
  if (mailbox.startsWith('…@')) return false;
  const permission = permissions.find(({ target }) => target === domain);
  return permission === undefined ? isAt(domain, organizational) : permission.state === 'permitted';
}
