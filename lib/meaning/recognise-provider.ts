import { either } from './phrase';

/** How somebody is recognised as the one who speaks. */
interface Speaker {
  name: string;
  /** Who runs the servers as well: they stand on the Internet and see who connects. */
  isService?: true;
  /** Names of its hosts, whole, to their end. */
  hosts?: RegExp;
  /** Words of its greeting. */
  banner?: RegExp;
  /** Words and links that only it writes into replies. */
  text?: RegExp;
}

/** The first that fits counts. */
const SPEAKERS: readonly Speaker[] = [
  {
    name: 'Gmail',
    isService: true,
    hosts: ending('(?:google|googlemail|gmail)\\.com'),
    text: /\bgsmtp\b|support\.google\.com/i,
  },
  {
    name: 'Microsoft 365',
    isService: true,
    hosts: ending('(?:outlook|hotmail|live|msn|office|office365)\\.com|mx\\.microsoft'),
    text: /(?:protection|prod)\.outlook\.com|mail\.live\.com|sender\.office\.com|\bAS\(\d|\(S\d{4,10}\)|aka\.ms\/|\bATTR\d|\[BeginDiagnosticData\]/i,
  },
  {
    name: 'Yahoo',
    isService: true,
    hosts: ending('yahoodns\\.net|yahoo\\.(?:com|co\\.\\w\\w|\\w\\w)|yahooinc\\.com|aol\\.com'),
    text: /(?:postmaster|senders|help|mail)\.yahoo|yahooinc\.com|yahoodns|postmaster\.(?:info\.)?aol|user doesn't have an? .{1,40} account|temporarily deferred due to (?:user complaints|unexpected|unresolvable)/i,
  },
  {
    name: 'iCloud',
    isService: true,
    hosts: ending('(?:icloud|apple|me|mac)\\.com'),
    text: /support\.apple\.com/i,
  },
  {
    name: 'Proton',
    isService: true,
    hosts: ending('protonmail\\.(?:ch|com)|proton\\.me'),
    text: /proton(?:mail)?\.(?:ch|me|com)/i,
  },
  {
    name: 'Zoho',
    isService: true,
    hosts: ending('zoho(?:mail)?\\.(?:com|eu|in|jp|sa|com\\.\\w\\w)'),
    text: /\bzoho\b/i,
  },
  {
    name: 'GMX, Web.de, IONOS',
    isService: true,
    hosts: ending(
      'gmx\\.(?:net|de|com|at|ch)|web\\.de|ionos\\.\\w{2,5}|kundenserver\\.de|perfora\\.net|1and1\\.\\w{2,4}|1und1\\.de',
    ),
    banner: /\bnemesis\b/i,
    text: /\bnemesis\b|postmaster\.(?:gmx|web|1und1|1and1|ionos|mail)\.|\bgmx\.(?:net|com|de)\//i,
  },
  {
    name: 'Orange',
    isService: true,
    hosts: ending('orange\\.(?:fr|com)|wanadoo\\.(?:fr|com)'),
    text: /\bOF[RP]_?\d|postmaster\.orange|\bmwinf\w/i,
  },
  {
    name: 'La Poste',
    isService: true,
    hosts: ending('laposte\\.net'),
    text: /\bLPN\w{0,6}_\d|laposte\.net/i,
  },
  {
    name: 'Mail.ru',
    isService: true,
    hosts: ending('mail\\.ru'),
    text: /(?:help|corp|postmaster)\.mail\.ru|mail\.ru\/notspam/i,
  },
  {
    name: 'Yandex',
    isService: true,
    hosts: ending('yandex\\.(?:ru|net|com)'),
    text: /\byandex\.|\bya\.cc\//i,
  },
  {
    name: 'QQ',
    isService: true,
    hosts: ending('qq\\.com'),
    text: /service\.(?:ex)?mail\.qq\.com|\bmail\.qq\.com/i,
  },
  {
    name: '163',
    isService: true,
    hosts: ending('(?:163|126|188)\\.(?:com|net)|netease\\.com|yeah\\.net'),
    text: /mail\.(?:163|126)\.com|netease|\b(?:DT|MI|RP|IP|SC):[A-Z]{2,3} (?:163|126)\b/i,
  },
  {
    name: 'Proofpoint',
    hosts: ending('(?:proofpoint|pphosted|ppe-hosted)\\.com'),
    text: /\bproofpoint\b|pphosted|ppe-hosted/i,
  },
  {
    name: 'Mimecast',
    isService: true,
    hosts: ending('mimecast(?:-offshore)?\\.(?:com|co\\.za|lan)'),
    text: /\bmimecast\b|\bMCSpamSig/i,
  },
  {
    name: 'Barracuda',
    hosts: ending('barracuda(?:networks|central)?\\.(?:com|org)'),
    banner: /\bbarracuda\b/i,
    text: /barracuda/i,
  },
  {
    name: 'Cisco',
    hosts: ending('(?:iphmx|ironport)\\.com'),
    text: /iphmx|ironport|senderbase|talosintelligence/i,
  },
  {
    name: 'Sophos',
    hosts: ending('(?:sophos\\.com|reflexion\\.net)'),
    banner: /\bsophos\b/i,
    text: /\bsophos\b/i,
  },
  {
    name: 'Trend Micro',
    hosts: ending('trendmicro\\.(?:com|eu|co\\.jp)'),
    text: /trend ?micro|mail-abuse\.com/i,
  },
  {
    name: 'SpamExperts',
    hosts: ending('spamexperts\\.(?:com|net|eu)|antispamcloud\\.com'),
    text: /spam ?experts|antispamcloud|spamrl\.com/i,
  },
  { name: 'Symantec', isService: true, hosts: ending('messagelabs\\.com'), text: /messagelabs|symantec/i },
  {
    name: 'Hornetsecurity',
    isService: true,
    hosts: ending('hornetsecurity\\.com|antispameurope\\.com'),
    text: /hornetsecurity|antispameurope/i,
  },
  {
    name: 'T-Online',
    isService: true,
    hosts: ending('t-online\\.de'),
    text: /\brx\.t-online|postmaster\.t-online/i,
  },
  {
    name: 'Comcast',
    isService: true,
    hosts: ending('comcast\\.net'),
    text: /postmaster\.comcast|xfinity\.com/i,
  },
  {
    name: 'Amazon SES',
    isService: true,
    hosts: ending('amazonses\\.com'),
    text: /\bidentities failed the check in region\b/i,
  },
  {
    name: 'GoDaddy',
    isService: true,
    hosts: ending('secureserver\\.net'),
    text: /\bsecureserver\.net\b|\bIB\d{3}[a-z]?\b/,
  },
  { name: 'Postgrey', text: /postgrey/i },
  { name: 'rspamd', text: /rspamd/i },
  { name: 'amavis', banner: /\bamavisd?\b/i, text: /\bamavisd?\b|\bid=\d{5}-\d\d(?:-\d+)? - / },
  { name: 'OpenSMTPD', banner: /\bopensmtpd\b/i, text: /\bopensmtpd\b/i },
  { name: 'Haraka', banner: /\bharaka\b/i, text: /\bharaka\b/i },
  {
    name: 'Postfix',
    banner: /\bpostfix\b/i,
    text: /\bpostfix\b|in (?:local|virtual mailbox|virtual alias|relay) recipient table|: (?:Recipient address|Sender address|Client host|Helo command|Unverified Client host|Data command|End-of-data) rejected: /i,
  },
  {
    name: 'Exim',
    banner: /\bexim\b/i,
    text: /\bexim\b|\bunrouteable address|\bretry timeout exceeded|callout verification failed|\bHELO\/EHLO argument|\bsender verify fail/i,
  },
  {
    name: 'Exchange',
    banner: /microsoft (?:esmtp|exchange)/i,
    text: /\bRESOLVER\.\w|\bSTOREDRV\b|\bMapiException|as spam by content filter|permissions? to send (?:as this|on behalf)/i,
  },
  {
    name: 'Sendmail',
    banner: /\bsendmail\b/i,
    text: /\bsendmail\b|\bcheck_(?:rcpt|mail|relay)\b|>?\.\.\. [A-Z]\w+ |domain of sender address .{1,100} does not (?:exist|resolve)/i,
  },
  {
    name: 'qmail',
    banner: /\bqmail\b/i,
    text: /\bqmail\b|rcpthosts|no mailbox here by that name|\(#[45]\.\d\.\d(?: - chkuser)?\)|\bchkuser\b/i,
  },
];

/** Most replies name nobody: one look spares them the others. */
const ANY_TEXT = either(...SPEAKERS.flatMap(({ text }) => text ?? []));

export interface HeardFrom {
  text: string;
  host: string | undefined;
  banner: string | undefined;
  certificateNames: readonly string[] | undefined;
}

/**
 * Who speaks: by the names of the host, which nobody else has; by the greeting; by the words of the reply. Mail addresses in
 * the reply belong to other people.
 */
export function recogniseProvider({
  text,
  host = '',
  banner = '',
  certificateNames = [],
}: HeardFrom): string | null {
  const hosts = [host, banner.split(/\s/)[0] ?? '', ...certificateNames].filter((name) => name !== '');
  const words = text.slice(0, 8192).replace(/(?<![^\s<>"'(])[^\s<>"'(]{1,64}@[\w.-]{1,253}/g, ' ');
  const spoken = banner.slice(0, 1024).replace(/^\S*/, '');
  const speaker =
    (hosts.length > 0 ? SPEAKERS.find((one) => hosts.some((name) => one.hosts?.test(name))) : undefined) ??
    (spoken === '' ? undefined : SPEAKERS.find((one) => one.banner?.test(spoken))) ??
    (ANY_TEXT.test(words) ? SPEAKERS.find((one) => one.text?.test(words)) : undefined);
  return speaker?.name ?? null;
}

/** Whether the servers of a recognised provider are never behind somebody's gateway: it runs them itself. */
export function isService(provider: string | null): boolean {
  return SPEAKERS.some(({ name, isService = false }) => name === provider && isService);
}

function ending(names: string): RegExp {
  return new RegExp(`(?:^|\\.)(?:${names})\\.?$`, 'i');
}
