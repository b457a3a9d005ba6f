import type { Finding } from '@/lib/report/finding';
import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import type { WhoActs } from '@/lib/who-acts';
import { isUnderWay } from '../decisive';
import { leadFinding } from '../lead-finding';
import { clockAt } from '../proof/clock';
import type { Contact } from './contact';
import { isAt } from './is-at';
import { type ProviderPage, providerPages } from './provider-pages';
import { reportContacts } from './report-contacts';
import { rnameMailbox } from './rname-mailbox';

export interface Contacts {
  /** Whose turn it is, in a sentence. */
  intro: string;
  contacts: readonly Contact[];
  pages: readonly ProviderPage[];
  /** What is to be known before one writes; empty when nothing is. */
  caution: string;
}

/** Whom to write to about what was found; null where there is nobody to write to, or nothing to write about. */
export function contactsOf(report: Report): Contacts | null {
  const whoActs = whoHasToAct(report);
  if (whoActs === null) return null;
  if (whoActs === 'sender-admin')
    return {
      intro: 'Nobody on the recipient’s side: the sender’s side has to act. What it has to do stands above.',
      contacts: [],
      pages: [],
      caution: '',
    };
  const roles = roleContacts(report);
  const ofZone = [zoneContact(report) ?? []].flat();
  const known = report.verdict?.stage === 'dns' ? [...ofZone, ...roles] : [...roles, ...ofZone];
  const pages = providerPages(report.route?.hosts.map(({ exchange }) => exchange) ?? []);
  return known.length === 0 && pages.length === 0
    ? null
    : {
        intro: introOf(report, whoActs),
        contacts: withoutTwice([...known, ...reportContacts(report)]),
        pages,
        caution: cautionOf(report, known),
      };
}

type Addressed = Exclude<WhoActs, 'nobody' | 'sender-admin'>;

const INTRO: Readonly<Record<Addressed, string>> = {
  sender: 'First the sender makes sure that the address is right. If it is, write to the recipient’s side:',
  recipient: 'The recipient has to act. Their administrators are reached here:',
  'recipient-admin': 'The administrators on the recipient’s side have to act:',
  network:
    'The network between the two sides is at fault. The recipient’s side can tell whether others have the trouble, too:',
  unknown: 'It is not proven which side has to act. The recipient’s side can look into its logs:',
};

function introOf({ verdict }: Report, whoActs: Addressed): string {
  if (verdict?.outcome === 'no-mail')
    return 'If the domain should take mail, its administrators have to act:';
  return verdict?.outcome === 'accepted'
    ? 'Mail is taken. What is not in order there is for the recipient’s side to correct:'
    : INTRO[whoActs];
}

/** Null while a check runs, and where nobody on the other side is to be written to. */
function whoHasToAct(report: Report): Addressed | 'sender-admin' | null {
  const { verdict, route } = report;
  if (verdict === null || isUnderWay(report) || route?.domainExists === false) return null;
  const whoActs = verdict.outcome === 'accepted' ? flawActor(report) : leadActor(report);
  return whoActs === 'nobody' ? null : whoActs;
}

function leadActor(report: Report): WhoActs {
  const { verdict } = report;
  if (verdict?.side === 'sender') return 'sender-admin';
  return leadFinding(report)?.whoActs ?? 'unknown';
}

/** Of what is accepted, flaws of the other side alone are worth a mail. */
function flawActor({ verdict, findings }: Report): WhoActs {
  const isTheirs = ({ code, whoActs }: Finding) =>
    verdict?.but.includes(code) === true && (whoActs === 'recipient-admin' || whoActs === 'recipient');
  return findings.some(isTheirs) ? 'recipient-admin' : 'nobody';
}

function zoneContact({ zone }: Report): Contact | null {
  const address = zone?.soa ? rnameMailbox(zone.soa.rname) : null;
  return address === null || zone === null
    ? null
    : {
        role: 'zone',
        address,
        says: `named in the SOA record of ${zone.name} for questions about the zone; not tried`,
        briefly: 'SOA record, not tried',
      };
}

const ROLES = [
  {
    role: 'postmaster',
    says: 'by RFC 5321 §4.5.1 every mail domain has it; not tried',
    briefly: 'RFC 5321 §4.5.1, not tried',
  },
  {
    role: 'abuse',
    says: 'usual where a sender is blocked or complains (RFC 2142 §4); not tried',
    briefly: 'RFC 2142 §4, not tried',
  },
] as const;

/** What a session of this check has shown counts; whom it refused is not named. A domain that takes no mail has neither. */
function roleContacts(report: Report): Contact[] {
  if (report.verdict?.outcome === 'no-mail') return [];
  return ROLES.flatMap(({ role, says, briefly }) => {
    const address = `${role}@${report.target.domain}`;
    const answers = report.sessions.flatMap((session) => answerAbout(address, report, session));
    const answered = (word: string, { at }: { at: string }): Contact[] => [
      { role, address, says: `${word} in this check at ${at} UTC`, briefly: `${word} at ${at} UTC` },
    ];
    const came = (wanted: string) => answers.find(({ outcome }) => outcome === wanted);
    const [accepted, refused, deferred] = [came('accepted'), came('permanent'), came('temporary')];
    if (accepted) return answered('accepted', accepted);
    if (refused) return [];
    return deferred ? answered('deferred', deferred) : [{ role, address, says, briefly }];
  });
}

/** What came of this recipient in a session: as what was asked for, or as a control. */
function answerAbout(address: string, report: Report, session: Session): { outcome: string; at: string }[] {
  const { target, options } = report;
  const recipient = target.mailbox ?? `postmaster@${target.domain}`;
  const own =
    options.depth !== 'greeting' && recipient === address
      ? session.stages
          .filter(({ stage }) => stage === 'rcpt')
          .map(({ outcome, line }) => ({ outcome: outcome === 'ok' ? 'accepted' : outcome, line }))
      : [];
  const asked = session.controls.filter((one) => one.recipient === address);
  return [...own, ...asked].map(({ outcome, line }) => {
    const at = session.transcript.find(({ seq }) => seq === line)?.at ?? 0;
    return { outcome, at: clockAt(report, session.atMs + at).slice(0, 8) };
  });
}

/** Where mail to the domain is what does not work: who is left to be asked. */
function cautionOf(report: Report, contacts: readonly Contact[]): string {
  const { target, verdict, sessions } = report;
  const works =
    verdict?.outcome === 'accepted' || (verdict?.stage !== 'dns' && sessions.some(hasNamedRecipient));
  if (works) return '';
  const elsewhere = contacts.filter(({ address }) => !isAt(address, target.domain));
  const left = [
    ...elsewhere.map(({ address }) => address),
    'the domain’s website or telephone',
    ...(target.kind === 'literal' ? [] : ['its registrar (RDAP or WHOIS)']),
  ];
  return `Mail to ${target.domainUnicode} is what does not work, so a mail to an address there may not arrive either. What is left: ${left.join(', ')}.`;
}

function hasNamedRecipient({ stages }: Session): boolean {
  return stages.some(({ stage }) => stage === 'rcpt');
}

function withoutTwice(contacts: readonly Contact[]): Contact[] {
  return contacts.filter(
    ({ address }, n) =>
      contacts.findIndex((one) => one.address.toLowerCase() === address.toLowerCase()) === n,
  );
}
