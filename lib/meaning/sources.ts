/**
 * Where a row is known from. `memory` is nobody's page: a list that may only shrink (`memory.txt`). Names of collections say
 * that a reply of this kind is in them; no row quotes one.
 */
export const SOURCES = {
  memory: 'from memory',
  rfc: 'RFC 5321',
  registry: 'IANA registry of SMTP Enhanced Status Codes (RFC 5248)',
  programs: 'texts in the programs of Postfix, Exim, Sendmail, OpenSMTPD, amavis and others',
  heard: 'heard from the servers of e2e/servers',
  google: 'support.google.com/a/answer/3726730',
  microsoft: 'learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online',
  'exchange-pressure': 'learn.microsoft.com/exchange/mail-flow/back-pressure',
  yahoo: 'senders.yahooinc.com/smtp-error-codes',
  apple: 'support.apple.com/102322',
  gmx: 'postmaster.gmx.net',
  mimecast: 'community.mimecast.com/docs/DOC-1369',
  talos: 'talosintelligence.com',
  qq: 'service.mail.qq.com',
  spamhaus: 'www.spamhaus.org/faqs/dnsbl-usage',
  uceprotect: 'www.uceprotect.net/en',
  'ended-lists': 'the sources in lib/blocklists/ended-lists.ts',
  ses: 'docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
  godaddy: 'godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685',
  't-online': 'postmaster.t-online.de',
  exim: 'texts in the source of Exim: deliver.c, transports/smtp.c, verify.c',
  'postfix-source': 'texts in the source of Postfix: src/smtp, src/smtpd',
  'tls-results': 'IANA registry of STARTTLS Validation Result Types (RFC 8460)',
  postfix: 'postfix.org/postconf.5.html',
  'postfix-verify': 'postfix.org/ADDRESS_VERIFICATION_README.html',
  postscreen: 'postfix.org/POSTSCREEN_README.html',
  'field-manual': 'github.com/ActiveCampaign/smtp-field-manual',
  sisimai: 'github.com/sisimai',
  'zone-mta': 'github.com/zone-eu/zone-mta',
  kumomta: 'github.com/KumoCorp/kumomta',
  postalsys: 'github.com/postalsys/bounce-classifier',
  mdbp: 'Mail::DeliveryStatus::BounceParser',
  bmh: 'github.com/voku/PHPMailer-BMH',
} as const;

export type Source = keyof typeof SOURCES;
